package dev.parley.arbitration;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.parley.arbitration.Rounds.Cause;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Cases;
import dev.parley.register.RiskCase;
import org.springframework.stereotype.Component;

/** Tells those who take part in an arbitration, and those who judge, what happens. */
@Component
class ArbitrationNotices {

	private final Notices notices;

	private final Cases cases;

	private final People people;

	ArbitrationNotices(Notices notices, Cases cases, People people) {
		this.notices = notices;
		this.cases = cases;
		this.people = people;
	}

	/** The members are called to vote; who presides is told as well. */
	void called(String caseId, Convening convening) {
		String title = titled(this.cases.require(caseId));
		convening.voters()
			.forEach((voter) -> this.notices.informPerson(caseId, voter, NoticeKind.INFORMATION,
					"Your vote is asked for on %s.".formatted(title)));
		this.notices.informPerson(caseId, convening.presiding(), NoticeKind.INFORMATION,
				"The committee is called to vote on %s; you preside.".formatted(title));
	}

	/** The committee cannot sit: those who compose it are told why. */
	void notConvened(String caseId, String reason) {
		String text = "The committee cannot be convened for %s. %s".formatted(titled(this.cases.require(caseId)),
				reason);
		tell(caseId, List.of(Office.COMMITTEE_CHAIR, Office.EXECUTIVE_SPONSOR), NoticeKind.ESCALATION, text);
	}

	/** The quorum was missed for the first time. */
	void quorumMissed(String caseId) {
		tell(caseId, List.of(Office.COMMITTEE_CHAIR, Office.COMMITTEE_MEMBER), NoticeKind.ESCALATION,
				"The committee missed its quorum on %s. There is a second call; after that the chief risk officer rules."
					.formatted(titled(this.cases.require(caseId))));
	}

	/** The chief risk officer rules instead of the committee. */
	void passedOn(String caseId, Cause cause) {
		RiskCase riskCase = this.cases.require(caseId);
		String text = "The chief risk officer rules on %s, because %s.".formatted(titled(riskCase), cause.words());
		tell(caseId, List.of(Office.CRO, Office.COMMITTEE_CHAIR), NoticeKind.ESCALATION, text);
		tellParties(riskCase, NoticeKind.ESCALATION, text);
	}

	/** A ruling is given, and waits for both sides to take note. */
	void ruled(String caseId, Ruling ruling) {
		RiskCase riskCase = this.cases.require(caseId);
		tellParties(riskCase, NoticeKind.INFORMATION, "The %s ruled on %s: %s.".formatted(ruling.by().label(),
				titled(riskCase), ruling.outcome().label().toLowerCase(Locale.ROOT)));
	}

	/** A ruling is in force. */
	void inForce(String caseId, Ruling ruling, Aftermath aftermath) {
		RiskCase riskCase = this.cases.require(caseId);
		String text = "The ruling of the %s on %s, is in force. %s".formatted(ruling.by().label(), titled(riskCase),
				switch (aftermath) {
					case IN_FORCE -> "So is the decision.";
					case DECIDE_AGAIN -> "The owner has to decide.";
					case NEW_CASE -> "The risk has no decision; another case is opened.";
				});
		tellParties(riskCase, NoticeKind.INFORMATION, text);
		tell(caseId, List.of(Office.COMMITTEE_CHAIR, Office.CRO), NoticeKind.INFORMATION, text);
	}

	/** The chief risk officer lets time run out. */
	void rulingOverdue(String caseId) {
		String text = "The chief risk officer's ruling on %s, is overdue. The risk counts as undecided until there is one."
			.formatted(titled(this.cases.require(caseId)));
		tell(caseId, List.of(Office.EXECUTIVE_SPONSOR, Office.CRO), NoticeKind.ESCALATION, text);
	}

	private void tell(String caseId, List<Office> offices, NoticeKind kind, String text) {
		offices.forEach((office) -> this.notices.informOffice(caseId, office.group(), kind, text));
	}

	private void tellParties(RiskCase riskCase, NoticeKind kind, String text) {
		Set<String> offices = new LinkedHashSet<>(
				List.of(Office.CISO.group(), Office.CIO.group(), riskCase.requireDecidingGroup()));
		offices.forEach((office) -> this.notices.informOffice(riskCase.caseId(), office, kind, text));
		if (Collections.disjoint(offices, this.people.groupsOf(riskCase.raisedBy()))) {
			this.notices.informPerson(riskCase.caseId(), riskCase.raisedBy(), kind, text);
		}
	}

	private static String titled(RiskCase riskCase) {
		return "case %s, %s".formatted(riskCase.caseId(), riskCase.raised().title());
	}

}
