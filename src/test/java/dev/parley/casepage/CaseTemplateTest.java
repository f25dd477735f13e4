package dev.parley.casepage;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.casepage.CasePage.Deed;
import dev.parley.casepage.CasePage.Head;
import dev.parley.casepage.CasePage.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page makes of the story of a case, from next to nothing to all there can be.
 */
class CaseTemplateTest {

	@Test
	void copesWithACaseOfWhichLittleIsKnown() {
		String page = page(new HashMap<>(Map.of("scenario", "S", "positions", List.of())));

		assertThat(page).contains("Both positions show here", "Not identified yet")
			.doesNotContain("Challenge", "Assurance", "Attempt to agree", "Referral", "Withdrawal", "null");
	}

	@Test
	void tellsTheWholeStoryInOrder() {
		Map<String, @Nullable Object> soFar = new HashMap<>();
		soFar.put("positions",
				List.of(Map.of("side", "IT", "status", "Missing", "statedOn", "2026-11-01"),
						Map.of("side", "Security", "status", "Stated", "statedOn", "2026-11-02", "reasoning",
								"Exploited", "requestedBy", "The board", "history", "Before: likelihood 4")));
		soFar.put("challenge", challenge());
		soFar.put("decision", Map.of("treatment", "Mitigate", "revises", "This revises an earlier decision.",
				"refusedBefore", "Accept"));
		soFar.put("assurance", Map.of("outcome", "Objection", "opinion", "Not informed enough", "informed", "no",
				"defensible", "yes", "givenBy", "CISO (ciso)", "givenOn", "2026-11-12"));
		soFar.put("agreements", List
			.of(Map.of("side", "CISO", "outcome", "Disagreement confirmed", "by", "CISO (ciso)", "on", "2026-11-13")));
		soFar.put("referral", Map.of("to", "committee", "reason", "CONFLICT", "state", "Waiting for a ruling", "on",
				"2026-11-14", "sentence", "Handed up to the committee because the objection stands."));
		soFar.put("withdrawal", Map.of("reason", "Project stopped", "by", "Requester", "on", "2026-11-15"));

		String text = page(soFar).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

		assertThat(text).containsSubsequence("Not stated in time. Recorded as missing on 1 Nov 2026", "Exploited",
				"The board", "Before: likelihood 4", "Round 2 of 2.", "Raised by CISO (ciso), 3 Nov 2026.",
				"The logs of a month", "Avoid", "1. Who patches it?", "Round 1, asked by CISO (ciso), 3 Nov 2026",
				"Operations", "Evidence: https://example.org/runbook", "Answered", "Satisfied", "CIO (cio)",
				"2. Since when?", "Unanswered", "Contested CISO (ciso), 10 Nov 2026", "Mitigate",
				"This revises an earlier decision.", "A ruling refused what was decided in this case before: Accept.",
				"Objection CISO (ciso), 12 Nov 2026", "no", "yes", "Not informed enough",
				"CISO: Disagreement confirmed CISO (ciso), 13 Nov 2026",
				"Handed up to the committee because the objection stands.", "Waiting for a ruling, 14 Nov 2026",
				"Project stopped", "Requester, 15 Nov 2026", "1 Nov 2026, 09:00 Somebody raised this case");
		assertThat(text).doesNotContain("null");
	}

	@Test
	void tellsOfAChallengeThatNobodyRaisedOrJudged() {
		Map<String, @Nullable Object> soFar = new HashMap<>();
		soFar.put("positions", List.of());
		soFar.put("challenge", Map.of("roundLabel", "Round 1 of 2", "questions", List.of(), "outcome", "Not judged",
				"judgedOn", "2026-11-10"));
		soFar.put("assurance", Map.of("outcome", "Not given", "givenOn", "2026-11-12"));

		String text = page(soFar).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

		assertThat(text).contains("Not raised so far", "Not judged 10 Nov 2026", "Not given 12 Nov 2026")
			.doesNotContain("Informed", "null");
	}

	@Test
	void tellsTheStoryOfAnArbitrationInOrder() {
		Map<String, @Nullable Object> soFar = new HashMap<>();
		soFar.put("positions", List.of());
		soFar.put("arbitration", arbitration());

		String page = page(soFar);
		String text = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

		assertThat(text).containsSubsequence("Plea of the owner", "We need it", "Would accept", "A pilot", "Evidence",
				"https://example.org", "CIO (cio), 1 Dec 2026", "Plea of the CISO",
				"Not given in time. Recorded on 2 Dec 2026", "Committee not convened", "3 Dec 2026", "Two members only",
				"First call to vote", "A ruling . Called on 4 Dec 2026, Chair presiding.", "Impose conditions 4",
				"Member 1", "Finance", "Impose conditions", "Segment it first", "Segment; CIO; 2027-01-31", "Member 2",
				"Legal", "Recused", "My brother sells it", "Member 3", "Did not vote", "None given",
				"The chief risk officer rules, because a side appealed.", "Conditions are imposed . In force .",
				"The chief risk officer imposed a condition.", "Reasons", "Nobody bears it", "Segment the network",
				"CIO (office)", "31 Jan 2027", "CISO: Appealed", "The ruling of the steering committee,",
				"CISO (ciso), 5 Dec 2026", "Too weak", "Earlier rulings",
				"The steering committee upheld the decision.");
		assertThat(text).doesNotContain("null");
		assertThat(page).contains("<th scope=\"row\"", "data-label=\"Vote\"");
	}

	@Test
	void tellsWhatFollowedADecisionInOrder() {
		Map<String, @Nullable Object> soFar = new HashMap<>();
		soFar.put("openedBecause", "The treatment of case RC-2025-0009 was not effective.");
		soFar.put("positions",
				List.of(Map.of("side", "IT", "status", "Verified after the treatment", "current",
						"likelihood 1, impact 2: Very low", "reasoning", "Tested", "statedBy", "CISO (ciso)",
						"statedOn", "2027-02-01")));
		soFar.put("decision", Map.of("treatment", "Exempt", "actions", List.of(Map.of("action", "Shown once"))));
		soFar.put("plan", plan());
		soFar.put("exemption", exemption());

		String text = page(soFar).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

		assertThat(text).containsSubsequence("Opened because", "The treatment of case RC-2025-0009 was not effective.",
				"Verified after the treatment by the CISO&#39;s office, for both sides.",
				"likelihood 1, impact 2: Very low", "Treatment plan", "Segment it", "Imposed by a ruling",
				"CIO (office)", "31 Jan 2027", "Done", "All of it", "Evidence: https://example.org",
				"CIO (cio), 30 Jan 2027", "Watch it", "Overdue", "20 Feb 2027", "Train them", "Open", "None so far",
				"Effect", "Effective CISO (ciso), 1 Mar 2027", "Score since then", "likelihood 1, impact 2",
				"Tested twice", "EX-2026-0002 Suspended Parley (system), 4 Dec 2026",
				"Its controls were not confirmed.", "Outdated.", "The level rose.", "Patch within a month",
				"A-001, A-003", "Watched", "CIO (office)", "1 Dec 2026", "Steering committee, 2 Dec 2026",
				"EX-2026-0001 , whose last day was first to be 1 Dec 2026", "Last day 30 Jun 2027",
				"Attested next 1 Mar 2027", "Reviewed next 1 May 2027", "Not in place", "Broken",
				"CIO (cio), 3 Dec 2026", "Failed CISO (ciso), 4 Dec 2026", "Not seen", "Not given", "10 Mar 2027",
				"In place", "11 Mar 2027", "Not so far", "Planned 5 May 2027", "Renew it", "CISO (ciso)",
				"Renew until 30 Sep 2027 CIO (cio)", "Still needed", "What it rests on has changed 6 May 2027",
				"None so far", "None so far");
		assertThat(text).doesNotContain("null", "After the measures", "Shown once");
		assertThat(text.split("Not so far", -1)).as("one attestation waits").hasSize(2);
	}

	@Test
	void tellsOfATreatmentThatNobodyVerified() {
		Map<String, @Nullable Object> soFar = new HashMap<>();
		soFar.put("positions", List.of());
		soFar.put("plan", Map.of("actions", List.of(), "verification",
				Map.of("outcome", "Not verified in time", "on", "2027-03-01")));

		String text = page(soFar).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

		assertThat(text).contains("Not verified in time 1 Mar 2027").doesNotContain("Score since then", "null");
	}

	private static Map<String, Object> plan() {
		return Map.of("actions",
				List.of(Map.of("action", "Segment it", "imposed", "Imposed by a ruling", "owner", "CIO (office)", "due",
						"2027-01-31", "state", "Done", "remark", "All of it", "evidenceLink", "https://example.org",
						"by", "CIO (cio)", "on", "2027-01-30"),
						Map.of("action", "Watch it", "owner", "Member 3", "due", "2027-02-10", "state", "Overdue", "on",
								"2027-02-20"),
						Map.of("action", "Train them", "owner", "Member 3", "due", "2027-02-10", "state", "Open")),
				"verification", Map.of("outcome", "Effective", "score", "likelihood 1, impact 2", "reasoning",
						"Tested twice", "by", "CISO (ciso)", "on", "2027-03-01"));
	}

	private static Map<String, Object> exemption() {
		Map<String, Object> exemption = new HashMap<>(Map.of("id", "EX-2026-0002", "state", "Suspended", "deviatesFrom",
				"Patch within a month", "assets", "A-001, A-003", "compensatingControls", "Watched", "controlsOwner",
				"CIO (office)", "requestedOn", "2026-12-01", "grantedOn", "2026-12-02", "approved",
				"Steering committee", "renews", "EX-2026-0001"));
		exemption.putAll(Map.of("originalEnd", "2026-12-01", "endsOn", "2027-06-30", "attestOn", "2027-03-01",
				"reviewOn", "2027-05-01"));
		exemption.putAll(Map.of("since", "2026-12-04", "broughtBy", "Parley (system)", "live", true, "because",
				"Its controls were not confirmed.", "changed", "The level rose."));
		exemption.put("attestations", List.of(
				Map.of("state", "Not in place", "remark", "Broken", "by", "CIO (cio)", "on", "2026-12-03", "outcome",
						"Failed", "reasoning", "Not seen", "checkedBy", "CISO (ciso)", "checkedOn", "2026-12-04"),
				Map.of("state", "Not given", "on", "2027-03-10", "awaitsCheck", false),
				Map.of("state", "In place", "on", "2027-03-11", "awaitsCheck", true)));
		exemption.put("reviews",
				List.of(Map.of("on", "2027-05-05", "cause", "Planned", "advice", "Renew it", "advisedBy", "CISO (ciso)",
						"outcome", "Renew", "endsOn", "2027-09-30", "rationale", "Still needed", "reviewedBy",
						"CIO (cio)"), Map.of("on", "2027-05-06", "cause", "What it rests on has changed")));
		return exemption;
	}

	private static Map<String, @Nullable Object> arbitration() {
		Map<String, @Nullable Object> arbitration = new HashMap<>();
		arbitration.put("pleas",
				List.of(Map.of("side", "Owner", "status", "Given", "plea", "We need it", "wouldAccept", "A pilot",
						"links", "https://example.org", "by", "CIO (cio)", "on", "2026-12-01"),
						Map.of("side", "CISO", "status", "Not given in time", "on", "2026-12-02")));
		arbitration.put("refusals", List.of(Map.of("reason", "Two members only", "on", "2026-12-03")));
		arbitration.put("rounds", List.of(round()));
		arbitration.put("passedOn", "The chief risk officer rules, because a side appealed.");
		arbitration.put("ruling", Map.of("by", "Chief risk officer", "outcome", "Conditions are imposed", "state",
				"In force", "sentence", "The chief risk officer imposed a condition.", "reasons", "Nobody bears it",
				"conditions",
				List.of(Map.of("condition", "Segment the network", "owner", "CIO (office)", "due", "2027-01-31"))));
		arbitration.put("acknowledgements",
				List.of(Map.of("side", "CISO", "about", "The ruling of the steering committee", "status", "Appealed",
						"grounds", "Too weak", "by", "CISO (ciso)", "on", "2026-12-05")));
		arbitration.put("earlier", List.of(Map.of("sentence", "The steering committee upheld the decision.")));
		return arbitration;
	}

	private static Map<String, Object> round() {
		return Map.of("label", "First call", "presiding", "Chair", "on", "2026-12-04", "result", "A ruling", "counts",
				List.of(Map.of("label", "Impose conditions", "count", 4)), "ballots",
				List.of(Map.of("member", "Member 1", "function", "Finance", "vote", "Impose conditions", "comment",
						"Segment it first", "conditions", List.of("Segment; CIO; 2027-01-31")),
						Map.of("member", "Member 2", "function", "Legal", "recusal", "My brother sells it",
								"conditions", List.of()),
						Map.of("member", "Member 3", "function", "HR", "vote", "Did not vote", "conditions",
								List.of())));
	}

	private static Map<String, @Nullable Object> challenge() {
		Map<String, @Nullable Object> challenge = new HashMap<>(Map.of("round", 2, "roundsAllowed", 2, "roundLabel",
				"Round 2 of 2", "examined", "The logs of a month", "recommendedTreatment", "Avoid", "raisedBy",
				"CISO (ciso)", "raisedOn", "2026-11-03", "outcome", "Contested", "judgedBy", "CISO (ciso)"));
		challenge.put("judgedOn", "2026-11-10");
		challenge.put("questions",
				List.of(Map.of("number", 1, "round", 1, "question", "Who patches it?", "askedBy", "CISO (ciso)",
						"askedOn", "2026-11-03", "status", "Answered", "answer", "Operations", "evidenceLink",
						"https://example.org/runbook", "answeredBy", "CIO (cio)", "satisfied", "Satisfied"),
						Map.of("number", 2, "round", 2, "question", "Since when?", "askedBy", "CISO (ciso)", "askedOn",
								"2026-11-05", "status", "Unanswered")));
		return challenge;
	}

	private static String page(Map<String, @Nullable Object> soFar) {
		Words words = new Words(Clock.system(ZoneId.of("Europe/Brussels")));
		View view = new View(new Head("RC-2026-0001", "Title", "OPEN", "Open", null, null, null), true, soFar,
				"Not in force yet", List.of(), List.of(), false, new NextSteps(List.of(), List.of()), null, true,
				List.of(), List.of(new Deed("1 Nov 2026, 09:00", "Somebody raised this case")), 0, List.of(), List.of(),
				words);
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		MockServletContext servlets = new MockServletContext();
		WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(servlets)
			.buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse()));
		context.setVariable("page", view);
		return engine.process("case", context);
	}

}
