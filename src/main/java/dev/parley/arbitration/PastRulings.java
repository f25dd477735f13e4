package dev.parley.arbitration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.arbitration.PastRuling.PastState;
import dev.parley.arbitration.PastRuling.Votes;
import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.arbitration.RulingFilter.Sort;
import dev.parley.register.AssetClass;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads past rulings, of cases that the reader may open. A ruling that waits to be
 * acknowledged is not past.
 */
@Component
class PastRulings {

	private static final String RULINGS = """
			select g.case_id, g.referral, g.number, g.ruled_by, g.outcome, g.state, g.given_at, g.in_force_since,
			       f.reason, c.title, c.category, c.level, a.asset_class,
			       (select count(*) from ruling_condition d
			         where d.case_id = g.case_id and d.referral = g.referral and d.ruling = g.number) as conditions,
			       t.uphold_decision + t.uphold_objection + t.impose_conditions + t.refer_to_cro as cast_votes,
			       case g.outcome when 'UPHOLD_DECISION' then t.uphold_decision
			                      when 'UPHOLD_OBJECTION' then t.uphold_objection
			                      else t.impose_conditions end as in_favour,
			       t.abstained
			  from ruling g
			  join referral f on f.case_id = g.case_id and f.number = g.referral
			  join risk_case c on c.case_id = g.case_id
			  left join asset a on a.asset_id = c.asset_id
			  left join tally t on t.case_id = g.case_id and t.referral = g.referral and t.round = g.round
			 where g.state <> 'GIVEN' and\s""" + CaseReader.MAY_OPEN_CASE + "\n   and ";

	private static final String KEY = "(g.given_at, g.case_id, g.referral, g.number)";

	private final JdbcClient jdbc;

	PastRulings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The first rulings after one.
	 * @param after the last one of the page before, or null for the first page
	 * @param most how many at most
	 * @throws SubmissionRefused when the words are none that can be looked for
	 */
	List<PastRuling> page(RulingFilter filter, @Nullable RulingKey after, int most, CaseReader reader) {
		requireSearchable(filter.words());
		Map<String, @Nullable Object> parameters = new HashMap<>(reader.parameters());
		parameters.putAll(filter.parameters());
		parameters.put("afterCase", (after != null) ? after.caseId() : null);
		parameters.put("afterReferral", (after != null) ? after.referral() : null);
		parameters.put("afterNumber", (after != null) ? after.number() : null);
		parameters.put("most", most);
		return this.jdbc.sql(RULINGS + RulingFilter.MATCHES + following(filter.sort()) + " limit :most")
			.params(parameters)
			.query((row, number) -> ruling(row))
			.list();
	}

	private static String following(Sort sort) {
		String comes = (sort == Sort.NEWEST) ? "<" : ">";
		String direction = (sort == Sort.NEWEST) ? "desc" : "asc";
		return """
				   and (cast(:afterCase as text) is null or %1$s %2$s (
				        select k.given_at, k.case_id, k.referral, k.number from ruling k
				         where k.case_id = :afterCase and k.referral = :afterReferral and k.number = :afterNumber))
				 order by g.given_at %3$s, g.case_id %3$s, g.referral %3$s, g.number %3$s
				""".formatted(KEY, comes, direction);
	}

	/** Words such as "the" alone are no words of the search, and would find nothing. */
	private void requireSearchable(@Nullable String words) {
		if (words != null && this.jdbc.sql("select numnode(websearch_to_tsquery('english', ?))")
			.param(words)
			.query(Integer.class)
			.single() == 0) {
			throw new SubmissionRefused(
					"Words (q) is \"%s\", in which there is nothing to look for. Give a word that says what it was about."
						.formatted(words));
		}
	}

	private static PastRuling ruling(ResultSet row) throws SQLException {
		int rank = row.getInt("level");
		Level level = row.wasNull() ? null : Level.ofRank(rank);
		String assetClass = row.getString("asset_class");
		Reason reason = Reason.valueOf(row.getString("reason"));
		Outcome outcome = Outcome.valueOf(row.getString("outcome"));
		Timestamp since = row.getTimestamp("in_force_since");
		return new PastRuling(row.getString("case_id"), row.getInt("referral"), row.getInt("number"),
				row.getString("title"), Category.valueOf(row.getString("category")), level,
				(assetClass != null) ? AssetClass.valueOf(assetClass) : null, reason,
				Authority.valueOf(row.getString("ruled_by")), outcome, PastState.valueOf(row.getString("state")),
				votes(row), row.getLong("conditions"), reason == Reason.CONFLICT && outcome == Outcome.UPHOLD_DECISION,
				row.getTimestamp("given_at").toInstant(), (since != null) ? since.toInstant() : null);
	}

	private static @Nullable Votes votes(ResultSet row) throws SQLException {
		int cast = row.getInt("cast_votes");
		if (row.wasNull()) {
			return null;
		}
		int inFavour = row.getInt("in_favour");
		return new Votes(inFavour, cast - inFavour, row.getInt("abstained"));
	}

}
