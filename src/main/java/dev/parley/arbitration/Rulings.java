package dev.parley.arbitration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.register.Referral;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rulings on the open referral of a case. */
@Component
class Rulings {

	private final JdbcClient jdbc;

	private final Referrals referrals;

	private final Clock clock;

	Rulings(JdbcClient jdbc, Referrals referrals, Clock clock) {
		this.jdbc = jdbc;
		this.referrals = referrals;
		this.clock = clock;
	}

	/**
	 * Records the committee's ruling, with all conditions of the votes for it. What
	 * several members ask for in the same words, of the same owner by the same day, is
	 * imposed once.
	 * @param outcome the outcome that the votes came to
	 * @param models the deployment whose rules it was given under
	 */
	void giveCommittees(String caseId, Outcome outcome, String models) {
		int number = insert(caseId, Authority.COMMITTEE, outcome, null, null, models);
		if (outcome == Outcome.IMPOSE_CONDITIONS) {
			about("""
					insert into ruling_condition (case_id, referral, ruling, number, condition, owner, due_on)
					select case_id, referral, :number, row_number() over (order by member, number), condition, owner, due_on
					  from (select distinct on (c.condition, c.owner, c.due_on) c.*
					          from ballot b
					          join ballot_condition c using (case_id, referral, round, member)
					         where b.case_id = :caseId and b.referral = :referral and b.vote = 'IMPOSE_CONDITIONS'
					           and b.round = (select max(round) from voting_round
					                           where case_id = :caseId and referral = :referral)
					         order by c.condition, c.owner, c.due_on, c.member, c.number) as imposed""",
					caseId)
				.param("number", number)
				.update();
		}
	}

	/**
	 * Records the chief risk officer's ruling. A committee's ruling that was appealed
	 * against is set aside by it.
	 */
	void giveOfficers(String caseId, Outcome outcome, String reasons, List<Condition> conditions, String user,
			String models) {
		about("update ruling set state = 'SET_ASIDE' where case_id = :caseId and referral = :referral and state = 'GIVEN'",
				caseId)
			.update();
		int number = insert(caseId, Authority.CRO, outcome, reasons, user, models);
		for (int index = 0; index < conditions.size(); index++) {
			Condition condition = conditions.get(index);
			about("""
					insert into ruling_condition (case_id, referral, ruling, number, condition, owner, due_on)
					values (:caseId, :referral, :ruling, :number, :condition, :owner, :dueOn)""", caseId)
				.param("ruling", number)
				.param("number", index + 1)
				.param("condition", condition.text())
				.param("owner", condition.owner())
				.param("dueOn", condition.dueOn())
				.update();
		}
	}

	private int insert(String caseId, Authority by, Outcome outcome, @Nullable String reasons, @Nullable String user,
			String models) {
		return about("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, round, reasons, given_by,
				                    given_at, models)
				values (:caseId, :referral,
				        (select count(*) + 1 from ruling where case_id = :caseId and referral = :referral),
				        :by, :outcome, :decision,
				        case when :by = 'COMMITTEE' then (select max(round) from voting_round
				                                           where case_id = :caseId and referral = :referral) end,
				        :reasons, :user, :now, :models)
				returning number""", caseId).param("by", by.name())
			.param("outcome", outcome.name())
			.param("decision", this.referrals.requireOpen(caseId).decision())
			.param("reasons", reasons)
			.param("user", user)
			.param("now", now())
			.param("models", models)
			.query(Integer.class)
			.single();
	}

	/** Puts the latest ruling in force. Done again, it changes nothing. */
	void putInForce(String caseId) {
		about("""
				update ruling set state = 'IN_FORCE', in_force_since = :now
				 where case_id = :caseId and referral = :referral and state = 'GIVEN'""", caseId).param("now", now())
			.update();
	}

	/**
	 * The latest ruling on the open referral.
	 * @throws IllegalStateException when there is none
	 */
	Ruling require(String caseId) {
		return latest(caseId).orElseThrow(() -> new IllegalStateException("Nobody ruled on case %s".formatted(caseId)));
	}

	/** The latest ruling on the open referral. */
	Optional<Ruling> latest(String caseId) {
		return about("""
				select * from ruling where case_id = :caseId and referral = :referral
				 order by number desc limit 1""", caseId).query((row, index) -> ruling(row)).optional();
	}

	private Ruling ruling(ResultSet row) throws SQLException {
		return read(row, this.jdbc
			.sql("select * from ruling_condition where case_id = ? and referral = ? and ruling = ? order by number")
			.params(row.getString("case_id"), row.getInt("referral"), row.getInt("number"))
			.query((condition, index) -> condition(condition))
			.list());
	}

	/** The ruling of a row of the table. */
	static Ruling read(ResultSet row, List<Condition> conditions) throws SQLException {
		return new Ruling(row.getInt("number"), Authority.valueOf(row.getString("ruled_by")),
				Outcome.valueOf(row.getString("outcome")), row.getObject("decision", Integer.class),
				row.getObject("round", Integer.class), row.getString("reasons"), row.getString("given_by"),
				row.getTimestamp("given_at").toInstant(), Ruling.State.valueOf(row.getString("state")), conditions);
	}

	/** The condition of a row of a ruling's or a ballot's conditions. */
	static Condition condition(ResultSet row) throws SQLException {
		return new Condition(row.getString("condition"), row.getString("owner"),
				row.getObject("due_on", LocalDate.class));
	}

	private JdbcClient.StatementSpec about(String sql, String caseId) {
		Referral referral = this.referrals.requireOpen(caseId);
		return this.jdbc.sql(sql).param("caseId", caseId).param("referral", referral.number());
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
