package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The challenges of the register. What was asked and answered is never changed. */
@Component
public class Challenges {

	private final JdbcClient jdbc;

	private final ChallengeRows rows;

	private final Clock clock;

	Challenges(JdbcClient jdbc, ChallengeRows rows, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.clock = clock;
	}

	/** Opens the challenge of a case. Done again, it changes nothing. */
	public void open(String caseId, int roundsAllowed) {
		this.jdbc
			.sql("insert into challenge (case_id, rounds_allowed, opened_at) values (?, ?, ?) on conflict do nothing")
			.params(caseId, roundsAllowed, now())
			.update();
	}

	/**
	 * Records what the CISO states, and asks the first round of questions.
	 * @return their numbers
	 */
	public List<Integer> raise(String caseId, ChallengeDraft draft, String user) {
		Treatment recommended = draft.recommendedTreatment();
		this.jdbc
			.sql("""
					insert into challenge_statement (case_id, examined, recommended_treatment, conditions, raised_by, raised_at)
					values (:caseId, :examined, :recommended, :conditions, :user, :now)""")
			.param("caseId", caseId)
			.param("examined", draft.examined())
			.param("recommended", (recommended != null) ? recommended.name() : null)
			.param("conditions", draft.conditions())
			.param("user", user)
			.param("now", now())
			.update();
		return ask(caseId, draft.questions(), user);
	}

	/**
	 * Asks a further round of questions.
	 * @return their numbers
	 */
	public List<Integer> ask(String caseId, List<String> questions, String user) {
		return this.jdbc.sql("""
				insert into question (case_id, number, round, question, asked_by, asked_at)
				select :caseId, before.questions + asked.position, before.rounds + 1, asked.question, :user,
				       cast(:now as timestamptz)
				  from unnest(cast(:questions as text[])) with ordinality as asked (question, position),
				       (select count(*) as questions, coalesce(max(round), 0) as rounds
				          from question where case_id = :caseId) as before
				returning number""")
			.param("caseId", caseId)
			.param("questions", questions.toArray(String[]::new))
			.param("user", user)
			.param("now", now())
			.query(Integer.class)
			.list();
	}

	/** Records the answer to a question. */
	public void answer(String caseId, int number, String answer, @Nullable String evidenceLink, String user) {
		this.jdbc.sql("""
				insert into answer (case_id, number, state, answer, evidence_link, answered_by, answered_at)
				values (:caseId, :number, 'ANSWERED', :answer, :evidenceLink, :user, :now)""")
			.param("caseId", caseId)
			.param("number", number)
			.param("answer", answer)
			.param("evidenceLink", evidenceLink)
			.param("user", user)
			.param("now", now())
			.update();
	}

	/** Records that time ran out for what is not answered yet. */
	public void recordUnanswered(String caseId) {
		this.jdbc.sql("""
				insert into answer (case_id, number, state, answered_at)
				select q.case_id, q.number, 'UNANSWERED', cast(:now as timestamptz)
				  from question q
				 where q.case_id = :caseId
				   and not exists (select 1 from answer a where a.case_id = q.case_id and a.number = q.number)""")
			.param("caseId", caseId)
			.param("now", now())
			.update();
	}

	/**
	 * Records what the round that is on came to.
	 * @param satisfied numbers of the questions whose answers satisfied
	 */
	public void judge(String caseId, Judgement judgement, Collection<Integer> satisfied, String user) {
		insertVerdict(caseId, judgement, satisfied, user);
	}

	/** Records that time ran out for the judgement. Done again, it changes nothing. */
	public void recordNotJudged(String caseId) {
		insertVerdict(caseId, Judgement.NOT_JUDGED, List.of(), null);
	}

	private void insertVerdict(String caseId, Judgement judgement, Collection<Integer> satisfied,
			@Nullable String user) {
		this.jdbc.sql("""
				insert into judgement (case_id, round, outcome, satisfied, judged_by, judged_at)
				select :caseId, coalesce(max(round), 0), :outcome, cast(:satisfied as smallint[]), :user,
				       cast(:now as timestamptz)
				  from question where case_id = :caseId
				on conflict do nothing""")
			.param("caseId", caseId)
			.param("outcome", judgement.name())
			.param("satisfied", satisfied.toArray(Integer[]::new))
			.param("user", user)
			.param("now", now())
			.update();
	}

	public Optional<Challenge> find(String caseId) {
		return this.rows.find(caseId);
	}

	/**
	 * The challenge of a case that must have one.
	 * @throws IllegalArgumentException when it has none
	 */
	public Challenge require(String caseId) {
		return find(caseId)
			.orElseThrow(() -> new IllegalArgumentException("Case %s has no challenge".formatted(caseId)));
	}

	/** What somebody stated to have examined in earlier cases, newest first. */
	public List<String> examinedBy(String user, int limit) {
		return this.jdbc.sql("""
				select examined from challenge_statement
				 where raised_by = :user and examined is not null
				 order by raised_at desc
				 limit :limit""").param("user", user).param("limit", limit).query(String.class).list();
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
