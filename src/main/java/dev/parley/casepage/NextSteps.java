package dev.parley.casepage;

import java.util.List;
import java.util.Map;

import dev.parley.engine.CaseProgress.Step;

/**
 * What follows when a step is done, and when its time runs out, which never approves
 * anything.
 *
 * @param afterwards sentences on what follows
 * @param overdue sentences on what follows when time runs out
 */
record NextSteps(List<String> afterwards, List<String> overdue) {

	private static final String STAYS_OPEN = "A step whose time runs out stays open and is shown as overdue.";

	private static final Guide POSITION = new Guide(
			"When both positions are in, they are shown side by side and compared, and the case goes on towards its decision.",
			"A position that is not stated in time is recorded as missing. The case goes on without it, and never on the fast lane.");

	private static final Map<String, Guide> BY_FORM = Map.ofEntries(Map.entry("IdentifyAsset", new Guide(
			"When the asset is identified, the offices of the CIO and of the CISO state their positions, neither seeing the other's.",
			"If the asset is not identified in time, the CISO's office may identify it, after a reminder.")),
			Map.entry("StateItPosition", POSITION), Map.entry("StateSecurityPosition", POSITION),
			Map.entry("RaiseChallenge", new Guide(
					"The IT side then answers the questions of the CISO's office. Where there are none, the decision follows.",
					"A challenge that is not raised in time is recorded as not judged, which is never support. The decision may go on.")),
			Map.entry("AnswerQuestion",
					new Guide("When all questions are answered, the CISO's office judges the answers.",
							"A question that is not answered in time is recorded as unanswered, and judging goes on.")),
			Map.entry("JudgeAnswers", new Guide("Either another round of questions follows, or the decision.",
					"Answers that are not judged in time are recorded as not judged, which is never support. The decision may go on.")),
			Map.entry("DecideRisk", new Guide(
					"When the decision is taken, the CISO's office says whether it was informed and can be defended.",
					"A decision that is not taken in time stays open, and the case goes to the committee as overdue.")),
			Map.entry("GiveAssurance", new Guide(
					"A decision that is assured comes into force. So does one that is objected to within tolerance, with the dissent on the record; above tolerance both sides first seek agreement.",
					"An assurance that is not given in time is recorded as not given. The decision is not in force, and goes to the committee, or to the higher authority that its band asks for.")),
			Map.entry("SeekAgreement", new Guide(
					"The owner stands by the decision or revises it; the CISO's office then withdraws the objection or confirms the disagreement, and the rules say who has to confirm the decision.",
					"When the time for an agreement runs out, the disagreement counts as confirmed, never as consent.")),
			Map.entry("PleadCase",
					new Guide("When both sides have pleaded, the committee votes.",
							"A side that does not plead in time is not heard, and voting goes on.")),
			Map.entry("CastVote", new Guide("When the committee has voted, its ruling goes to both sides.",
					"A vote that is not cast in time does not count. Without a quorum there is a second call, and then the chief risk officer rules.")),
			Map.entry("RuleOnReferral", new Guide(
					"When the chief risk officer has ruled, the ruling goes to both sides.",
					"A ruling that is not given in time stays open, the executive sponsor is alerted, and the risk counts as undecided.")),
			Map.entry("AcknowledgeRuling", new Guide(
					"When both sides have acknowledged the ruling, it is in force, unless one appeals.",
					"A side that does not acknowledge in time forfeits its appeal, and the ruling is in force.")),
			Map.entry("CompleteAction", new Guide("When all actions are done, the CISO's office verifies their effect.",
					"An action whose owner does not report on it within its grace is recorded as overdue. The CISO's office then verifies what there is.")),
			Map.entry("VerifyTreatment", new Guide(
					"A treatment that is effective and leaves the risk within appetite closes it. Otherwise a new case is opened, unless an acceptance or an exemption stands.",
					"A treatment that is not verified in time counts as failed: the decision ends, and a new case is opened.")),
			Map.entry("AttestControls", new Guide(
					"When the owner has attested the controls, the CISO's office verifies the attestation.",
					"An attestation that is not given in time counts as failed: the exemption is suspended, and a new case is opened.")),
			Map.entry("VerifyAttestation", new Guide(
					"A confirmed attestation keeps the exemption in force, or puts it back in force.",
					"An attestation that is not verified in time suspends the exemption, and a new case is opened.")),
			Map.entry("ReviewExemption", new Guide(
					"The CISO's office advises, and the owner asks for its renewal, closes it, or lets it expire. Another case decides on a renewal.",
					"An exemption that is not reviewed in time is left to expire.")));

	static NextSteps of(VisibleSteps steps) {
		return new NextSteps(steps.known()
			.filter((step) -> BY_FORM.containsKey(step.form()))
			.map(NextSteps::afterwards)
			.distinct()
			.toList(), steps.known().map(NextSteps::overdue).distinct().toList());
	}

	private static String afterwards(Step step) {
		return guide(step).afterwards();
	}

	/** A diagram that says nothing of time leaves the task open. */
	private static String overdue(Step step) {
		return step.timed() ? guide(step).overdue() : STAYS_OPEN;
	}

	private static Guide guide(Step step) {
		return BY_FORM.getOrDefault(step.form(), new Guide("", STAYS_OPEN));
	}

	private record Guide(String afterwards, String overdue) {
	}

}
