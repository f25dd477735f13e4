package dev.parley.arbitration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the rounds of votes on a referral. Whoever asks has made sure of who may know.
 */
@Component
class RoundRows {

	private final JdbcClient jdbc;

	RoundRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The rounds in order, with who sat in them and how each voted. */
	List<RoundRow> of(String caseId, int referral) {
		Map<Integer, List<SeatRow>> seats = seats(caseId, referral);
		return this.jdbc.sql("""
				select v.round, v.presiding, v.called_at, t.*
				  from voting_round v left join tally t using (case_id, referral, round)
				 where v.case_id = ? and v.referral = ?
				 order by v.round""")
			.params(caseId, referral)
			.query((row, index) -> new RoundRow(row.getInt("round"), row.getString("presiding"),
					row.getTimestamp("called_at").toInstant(), tally(row),
					seats.getOrDefault(row.getInt("round"), List.of())))
			.list();
	}

	private static @Nullable TallyRow tally(ResultSet row) throws SQLException {
		String result = row.getString("result");
		if (result == null) {
			return null;
		}
		List<Count> counts = new ArrayList<>();
		counts.add(new Count(Vote.UPHOLD_DECISION.label(), row.getInt("uphold_decision")));
		counts.add(new Count(Vote.UPHOLD_OBJECTION.label(), row.getInt("uphold_objection")));
		counts.add(new Count(Vote.IMPOSE_CONDITIONS.label(), row.getInt("impose_conditions")));
		counts.add(new Count(Vote.REFER_TO_CRO.label(), row.getInt("refer_to_cro")));
		counts.add(new Count("Abstained", row.getInt("abstained")));
		counts.add(new Count("Recused", row.getInt("recused")));
		counts.add(new Count("Did not vote", row.getInt("not_voted")));
		return new TallyRow(Tally.valueOf(result), counts);
	}

	private Map<Integer, List<SeatRow>> seats(String caseId, int referral) {
		Map<String, List<Condition>> conditions = conditions(caseId, referral);
		return this.jdbc.sql("""
				select m.round, m.member, m.function, coalesce(m.recused_because, b.recusal_reason) as recusal,
				       b.vote, b.comment
				  from round_member m left join ballot b using (case_id, referral, round, member)
				 where m.case_id = ? and m.referral = ?
				 order by m.round, m.member""")
			.params(caseId, referral)
			.query((row, index) -> Map.entry(row.getInt("round"),
					seat(row, conditions.getOrDefault(row.getInt("round") + "/" + row.getString("member"), List.of()))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static SeatRow seat(ResultSet row, List<Condition> conditions) throws SQLException {
		String vote = row.getString("vote");
		return new SeatRow(row.getString("member"), row.getString("function"),
				(vote != null) ? Vote.valueOf(vote) : null, row.getString("comment"), conditions,
				row.getString("recusal"));
	}

	private Map<String, List<Condition>> conditions(String caseId, int referral) {
		return this.jdbc.sql("""
				select * from ballot_condition where case_id = ? and referral = ?
				 order by round, member, number""")
			.params(caseId, referral)
			.query((row, index) -> Map.entry(row.getInt("round") + "/" + row.getString("member"),
					Rulings.condition(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * A round of votes.
	 *
	 * @param number 1 for the first call
	 * @param presiding who presided
	 * @param calledAt when the members were called
	 * @param tally what it came to; null when it was never counted
	 * @param seats who sat in it
	 */
	record RoundRow(int number, String presiding, Instant calledAt, @Nullable TallyRow tally, List<SeatRow> seats) {
	}

	/**
	 * What a round came to.
	 *
	 * @param result the result
	 * @param counts how many did what
	 */
	record TallyRow(Tally result, List<Count> counts) {
	}

	/**
	 * How many did something.
	 *
	 * @param label what, in words
	 * @param count how many
	 */
	record Count(String label, int count) {
	}

	/**
	 * A member in a round.
	 *
	 * @param member user id
	 * @param function function in the organisation
	 * @param vote the vote; null when recused, or not cast
	 * @param comment what the member said about it
	 * @param conditions the conditions that the member would impose
	 * @param recusal why the member did not vote; null unless recused
	 */
	record SeatRow(String member, String function, @Nullable Vote vote, @Nullable String comment,
			List<Condition> conditions, @Nullable String recusal) {
	}

}
