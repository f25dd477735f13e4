package dev.parley.arbitration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.arbitration.Rounds.Cause;
import dev.parley.identity.Side;
import dev.parley.register.Referral.Authority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the sides said before and after a ruling, and the rulings of a case. */
@Component
class HearingRows {

	private final JdbcClient jdbc;

	HearingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PleaRow> pleas(String caseId, int referral) {
		return this.jdbc.sql("select * from plea where case_id = ? and referral = ? order by side")
			.params(caseId, referral)
			.query((row, index) -> new PleaRow(Side.valueOf(row.getString("side")), row.getString("plea"),
					row.getString("would_accept"), row.getString("links"), row.getString("pleaded_by"),
					instant(row, "pleaded_at")))
			.list();
	}

	List<RefusalRow> refusals(String caseId, int referral) {
		return this.jdbc.sql("select * from convening_refusal where case_id = ? and referral = ? order by number")
			.params(caseId, referral)
			.query((row, index) -> new RefusalRow(row.getString("reason"), instant(row, "refused_at")))
			.list();
	}

	/** Why a referral came to the chief risk officer, in order. */
	List<Cause> passings(String caseId, int referral) {
		return this.jdbc
			.sql("select cause from passing_on where case_id = ? and referral = ? order by passed_at, cause")
			.params(caseId, referral)
			.query((row, index) -> Cause.valueOf(row.getString("cause")))
			.list();
	}

	/** All rulings of a case, in order. */
	List<RulingRow> rulings(String caseId) {
		Map<String, List<Condition>> conditions = conditions(caseId);
		return this.jdbc
			.sql("""
					select g.*, v.presiding, t.result, t.uphold_decision, t.uphold_objection, t.impose_conditions,
					       t.uphold_decision + t.uphold_objection + t.impose_conditions + t.refer_to_cro + t.abstained as votes
					  from ruling g
					  left join voting_round v using (case_id, referral, round)
					  left join tally t using (case_id, referral, round)
					 where g.case_id = ?
					 order by g.referral, g.number""")
			.param(caseId)
			.query((row, index) -> ruling(row,
					conditions.getOrDefault(row.getInt("referral") + "/" + row.getInt("number"), List.of())))
			.list();
	}

	private static RulingRow ruling(ResultSet row, List<Condition> conditions) throws SQLException {
		return new RulingRow(row.getInt("referral"), Rulings.read(row, conditions), row.getString("presiding"),
				votes(row));
	}

	private static @Nullable Votes votes(ResultSet row) throws SQLException {
		String result = row.getString("result");
		if (result == null) {
			return null;
		}
		boolean confirmed = !result.equals("NOT_CONFIRMED");
		String column = confirmed ? row.getString("outcome") : "uphold_decision";
		return new Votes(row.getInt(column), row.getInt("votes"), confirmed);
	}

	private Map<String, List<Condition>> conditions(String caseId) {
		return this.jdbc.sql("select * from ruling_condition where case_id = ? order by referral, ruling, number")
			.param(caseId)
			.query((row, index) -> Map.entry(row.getInt("referral") + "/" + row.getInt("ruling"),
					Rulings.condition(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	List<NoteRow> acknowledgements(String caseId, int referral) {
		return this.jdbc.sql("""
				select a.*, g.ruled_by
				  from acknowledgement a
				  join ruling g on g.case_id = a.case_id and g.referral = a.referral and g.number = a.ruling
				 where a.case_id = ? and a.referral = ?
				 order by a.ruling, a.given_at, a.side""")
			.params(caseId, referral)
			.query((row, index) -> new NoteRow(Authority.valueOf(row.getString("ruled_by")),
					Side.valueOf(row.getString("side")), Note.valueOf(row.getString("state")), row.getString("remark"),
					row.getString("grounds"), row.getString("given_by"), instant(row, "given_at")))
			.list();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

	/**
	 * What a side pleaded.
	 *
	 * @param side the side
	 * @param plea the plea; null when it was not given in time
	 * @param wouldAccept what the side would accept
	 * @param links where evidence is
	 * @param by who pleaded
	 * @param at when, or when time was over
	 */
	record PleaRow(Side side, @Nullable String plea, @Nullable String wouldAccept, @Nullable String links,
			@Nullable String by, Instant at) {
	}

	/**
	 * That the committee could not be convened.
	 *
	 * @param reason why
	 * @param at when it was tried
	 */
	record RefusalRow(String reason, Instant at) {
	}

	/**
	 * A ruling.
	 *
	 * @param referral the referral that it is on
	 * @param ruling the ruling
	 * @param presiding who presided over the committee; null when it did not rule
	 * @param votes the votes behind it; null when the committee did not rule
	 */
	record RulingRow(int referral, Ruling ruling, @Nullable String presiding, @Nullable Votes votes) {
	}

	/**
	 * The votes behind a ruling.
	 *
	 * @param counted those for what was ruled; where the decision failed to be confirmed,
	 * those for the decision
	 * @param cast all that were cast, abstentions too
	 * @param carried whether they carried what was ruled
	 */
	record Votes(int counted, int cast, boolean carried) {
	}

	/**
	 * How a side took note of a ruling.
	 *
	 * @param ruledBy whose ruling it was
	 * @param side the side
	 * @param note how
	 * @param remark what it remarked
	 * @param grounds the grounds of its appeal
	 * @param by who did it; null when time was over
	 * @param at when
	 */
	record NoteRow(Authority ruledBy, Side side, Note note, @Nullable String remark, @Nullable String grounds,
			@Nullable String by, Instant at) {
	}

	/** How a side takes note of a ruling. */
	enum Note {

		ACKNOWLEDGED("Acknowledged"), APPEALED("Appealed"), FORFEITED("Right to appeal forfeited");

		private final String label;

		Note(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}
