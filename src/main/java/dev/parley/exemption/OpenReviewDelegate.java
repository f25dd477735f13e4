package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.parley.identity.Office;
import dev.parley.register.Cases;
import dev.parley.register.Exemption;
import dev.parley.register.Exemption.Days;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the review of an exemption, and sets when the next one begins. */
@Component("openReview")
class OpenReviewDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final ExemptionReviews reviews;

	private final Cases cases;

	private final Clock clock;

	OpenReviewDelegate(Exemptions exemptions, ExemptionReviews reviews, Cases cases, Clock clock) {
		this.exemptions = exemptions;
		this.reviews = reviews;
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = ExemptionProcess.caseId(execution);
		Exemption exemption = this.exemptions.requireGranted(caseId);
		Days days = exemption.days();
		LocalDate today = LocalDate.now(this.clock);
		LocalDate planned = days.reviewOn();
		LocalDate granted = LocalDate.ofInstant(Objects.requireNonNull(days.grantedAt()), this.clock.getZone());
		this.reviews.open(exemption.id(), planned == null || today.isBefore(planned));
		this.exemptions.reviewOn(exemption.id(), ReviewSchedule.next(today, planned, ReviewSchedule.beforeEnd(granted,
				days.endsOn(), ExemptionProcess.number(execution, ExemptionProcess.REVIEW))));
		execution.setVariable(ExemptionProcess.SIDES,
				new ArrayList<>(List.of(Office.CISO.group(), this.cases.require(caseId).requireDecidingGroup())));
	}

}
