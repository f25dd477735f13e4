package dev.parley.arbitration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the cases that wait for a ruling, as far as the reader may open them. */
@Component
class OpenReferrals {

	private final JdbcClient jdbc;

	OpenReferrals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The longest waiting first. A refusal to convene counts until the next call. */
	List<OpenReferral> of(CaseReader reader) {
		return this.jdbc.sql("""
				select f.case_id, f.number, f.sent_to, f.reason, f.decision, f.referred_at, f.state, c.title,
				       c.category, c.level, c.band, a.name as asset_name, a.asset_class,
				       coalesce(called.round, 0) as round,
				       case when called.called_at is null or refused.refused_at > called.called_at
				            then refused.reason end as refusal
				  from referral f
				  join risk_case c on c.case_id = f.case_id
				  left join asset a on a.asset_id = c.asset_id
				  left join lateral (
				        select v.round, v.called_at from voting_round v
				         where v.case_id = f.case_id and v.referral = f.number
				         order by v.round desc limit 1) called on true
				  left join lateral (
				        select n.reason, n.refused_at from convening_refusal n
				         where n.case_id = f.case_id and n.referral = f.number
				         order by n.number desc limit 1) refused on true
				 where f.state = 'OPEN' and\s""" + CaseReader.MAY_OPEN_CASE + """

				order by f.referred_at, f.case_id""")
			.params(reader.parameters())
			.query((row, number) -> referral(row))
			.list();
	}

	private static OpenReferral referral(ResultSet row) throws SQLException {
		int rank = row.getInt("level");
		Level level = row.wasNull() ? null : Level.ofRank(rank);
		return new OpenReferral(row.getString("case_id"), row.getString("title"),
				Category.valueOf(row.getString("category")), level, named(row, "band", Band.class),
				row.getString("asset_name"), named(row, "asset_class", AssetClass.class),
				new Referral(row.getInt("number"), Authority.valueOf(row.getString("sent_to")),
						Reason.valueOf(row.getString("reason")), row.getObject("decision", Integer.class),
						row.getTimestamp("referred_at").toInstant(), Referral.State.valueOf(row.getString("state"))),
				row.getInt("round"), row.getString("refusal"));
	}

	private static <E extends Enum<E>> @Nullable E named(ResultSet row, String column, Class<E> type)
			throws SQLException {
		String name = row.getString(column);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

}
