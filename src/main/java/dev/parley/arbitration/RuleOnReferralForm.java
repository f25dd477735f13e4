package dev.parley.arbitration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Referrals;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chief risk officer rules, with reasons. */
@Component
class RuleOnReferralForm implements TaskForm<RuleOnReferralSubmission> {

	private final Rulings rulings;

	private final Referrals referrals;

	private final ConditionOwners owners;

	private final ArbitrationNotices notices;

	private final CaseSoFar caseSoFar;

	private final Clock clock;

	RuleOnReferralForm(Rulings rulings, Referrals referrals, ConditionOwners owners, ArbitrationNotices notices,
			CaseSoFar caseSoFar, Clock clock) {
		this.rulings = rulings;
		this.referrals = referrals;
		this.owners = owners;
		this.notices = notices;
		this.caseSoFar = caseSoFar;
		this.clock = clock;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.RULE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		boolean decided = isDecided(caseId);
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("rulings",
				Stream.of(Outcome.values())
					.filter((outcome) -> decided || outcome != Outcome.UPHOLD_DECISION)
					.map((outcome) -> Map.of("value", outcome.name(), "label", Vote.valueOf(outcome.name()).label()))
					.toList());
		shown.put("owners", this.owners.offered(caseId));
		return shown;
	}

	@Override
	public RuleOnReferralSubmission read(Submission submission, TaskContext task) {
		return RuleOnReferralSubmission.read(submission, isDecided(task.caseId()), LocalDate.now(this.clock));
	}

	@Override
	public Map<String, Object> accept(RuleOnReferralSubmission answers, TaskContext task) {
		this.owners.requireAll(answers.conditions());
		this.rulings.giveOfficers(task.caseId(), answers.ruling(), answers.reasons(), answers.conditions(), task.user(),
				task.models());
		this.notices.ruled(task.caseId(), this.rulings.require(task.caseId()));
		return Map.of(CommitteeArbitrationProcess.APPEALED, false);
	}

	private boolean isDecided(String caseId) {
		return this.referrals.requireOpen(caseId).decision() != null;
	}

}
