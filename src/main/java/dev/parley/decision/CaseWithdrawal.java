package dev.parley.decision;

import java.util.Optional;
import java.util.Set;

import dev.parley.engine.CaseMessages;
import dev.parley.identity.Duty;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.CaseAction;
import dev.parley.register.Cases;
import dev.parley.register.Decisions;
import dev.parley.register.RiskCase;
import dev.parley.register.Withdrawals;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws cases. The risk stays, and so does what was stated. */
@Component
public class CaseWithdrawal implements CaseAction {

	private final Cases cases;

	private final Decisions decisions;

	private final Withdrawals withdrawals;

	private final Acts acts;

	private final People people;

	private final CaseMessages messages;

	CaseWithdrawal(Cases cases, Decisions decisions, Withdrawals withdrawals, Acts acts, People people,
			CaseMessages messages) {
		this.cases = cases;
		this.decisions = decisions;
		this.withdrawals = withdrawals;
		this.acts = acts;
		this.people = people;
		this.messages = messages;
	}

	/**
	 * Withdraws a case.
	 * @param submission the reason, under the key {@code reason}
	 * @return the case as it is afterwards
	 * @throws NotThere when there is no such case
	 * @throws DutyRefused when the person is not entitled
	 * @throws StateRefused when it is decided or over
	 */
	@Transactional
	public RiskCase withdraw(String caseId, Submission submission, String user) {
		this.cases.lock(caseId);
		RiskCase riskCase = requireWithdrawable(caseId, user);
		String reason = submission.text("reason", "Reason", Submission.TEXT);
		submission.close();
		this.withdrawals.record(riskCase.caseId(), reason, user);
		this.acts.record(caseId, Duty.WITHDRAW, user);
		this.messages.send(RiskDecisionProcess.MSG_CASE_WITHDRAWN, caseId);
		return this.cases.require(caseId);
	}

	/** The case, if this person may withdraw it now. */
	RiskCase requireWithdrawable(String caseId, String user) {
		RiskCase riskCase = this.cases.find(caseId)
			.orElseThrow(() -> new NotThere("There is no case %s.".formatted(caseId)));
		WithdrawalPolicy.objectionTo(riskCase, user, this.people.groupsOf(user)).ifPresent((reason) -> {
			throw new DutyRefused(reason);
		});
		tooLate(riskCase).ifPresent((reason) -> {
			throw new StateRefused(reason);
		});
		return riskCase;
	}

	@Override
	public Optional<Offer> offer(RiskCase riskCase, String user, Set<String> groups) {
		boolean possible = WithdrawalPolicy.objectionTo(riskCase, user, groups).isEmpty()
				&& tooLate(riskCase).isEmpty();
		return possible ? Optional
			.of(new Offer("Withdraw the case", riskCase.caseId(), "/cases/%s/withdrawal".formatted(riskCase.caseId())))
				: Optional.empty();
	}

	private Optional<String> tooLate(RiskCase riskCase) {
		return WithdrawalPolicy.tooLate(riskCase, this.decisions.latest(riskCase.caseId()).isPresent());
	}

}
