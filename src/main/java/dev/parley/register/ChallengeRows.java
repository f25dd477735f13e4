package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.register.Challenge.Statement;
import dev.parley.register.Challenge.Verdict;
import dev.parley.register.Question.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads challenges. */
@Component
class ChallengeRows {

	private final JdbcClient jdbc;

	ChallengeRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Challenge> find(String caseId) {
		return this.jdbc.sql("select rounds_allowed from challenge where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.optional()
			.map((rounds) -> new Challenge(rounds, statement(caseId), questions(caseId), verdicts(caseId)));
	}

	private @Nullable Statement statement(String caseId) {
		return this.jdbc.sql("select * from challenge_statement where case_id = ?")
			.param(caseId)
			.query((row, index) -> statement(row))
			.optional()
			.orElse(null);
	}

	private static Statement statement(ResultSet row) throws SQLException {
		String recommended = row.getString("recommended_treatment");
		return new Statement(row.getString("examined"), (recommended != null) ? Treatment.valueOf(recommended) : null,
				row.getString("conditions"), row.getString("raised_by"), row.getTimestamp("raised_at").toInstant());
	}

	private List<Question> questions(String caseId) {
		return this.jdbc.sql("""
				select q.*, coalesce(a.state, 'OPEN') as state, a.answer, a.evidence_link, a.answered_by, a.answered_at
				  from question q
				  left join answer a using (case_id, number)
				 where q.case_id = ?
				 order by q.number""").param(caseId).query((row, index) -> question(row)).list();
	}

	private static Question question(ResultSet row) throws SQLException {
		String text = row.getString("answer");
		Answer answer = (text != null) ? new Answer(text, row.getString("evidence_link"), row.getString("answered_by"),
				row.getTimestamp("answered_at").toInstant()) : null;
		return new Question(row.getInt("number"), row.getInt("round"), row.getString("question"),
				row.getString("asked_by"), row.getTimestamp("asked_at").toInstant(),
				Question.State.valueOf(row.getString("state")), answer);
	}

	private List<Verdict> verdicts(String caseId) {
		return this.jdbc.sql("select * from judgement where case_id = ? order by round")
			.param(caseId)
			.query((row, index) -> verdict(row))
			.list();
	}

	private static Verdict verdict(ResultSet row) throws SQLException {
		Set<Integer> satisfied = Arrays.stream((Object[]) row.getArray("satisfied").getArray())
			.map((number) -> ((Number) number).intValue())
			.collect(Collectors.toSet());
		return new Verdict(row.getInt("round"), Judgement.valueOf(row.getString("outcome")), satisfied,
				row.getString("judged_by"), row.getTimestamp("judged_at").toInstant());
	}

}
