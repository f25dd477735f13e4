package dev.parley.arbitration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Referrals;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member of the committee votes, or declares a conflict of interest. */
@Component
class CastVoteForm implements TaskForm<CastVoteSubmission> {

	private final Rounds rounds;

	private final Referrals referrals;

	private final ConditionOwners owners;

	private final CaseSoFar caseSoFar;

	private final Clock clock;

	CastVoteForm(Rounds rounds, Referrals referrals, ConditionOwners owners, CaseSoFar caseSoFar, Clock clock) {
		this.rounds = rounds;
		this.referrals = referrals;
		this.owners = owners;
		this.caseSoFar = caseSoFar;
		this.clock = clock;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.VOTE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		boolean decided = isDecided(caseId);
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("votes",
				Stream.of(Vote.values())
					.filter((vote) -> decided || vote != Vote.UPHOLD_DECISION)
					.map((vote) -> Map.of("value", vote.name(), "label", vote.label()))
					.toList());
		shown.put("owners", this.owners.offered(caseId));
		return shown;
	}

	@Override
	public CastVoteSubmission read(Submission submission, TaskContext task) {
		return CastVoteSubmission.read(submission, isDecided(task.caseId()), LocalDate.now(this.clock));
	}

	@Override
	public Map<String, Object> accept(CastVoteSubmission ballot, TaskContext task) {
		Vote vote = ballot.vote();
		if (vote != null) {
			this.owners.requireAll(ballot.conditions());
			this.rounds.cast(task.caseId(), task.requirePart(), vote, ballot.comment(), ballot.conditions());
		}
		else {
			this.rounds.recuse(task.caseId(), task.requirePart(), String.valueOf(ballot.recusalReason()),
					ballot.comment());
		}
		return Map.of();
	}

	private boolean isDecided(String caseId) {
		return this.referrals.requireOpen(caseId).decision() != null;
	}

}
