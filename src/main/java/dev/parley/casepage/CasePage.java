package dev.parley.casepage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.casepage.CaseRecords.Act;
import dev.parley.casepage.Standing.OpenStep;
import dev.parley.engine.CaseProgress;
import dev.parley.engine.CaseProgress.Run;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.Assessment;
import dev.parley.register.CaseAction;
import dev.parley.register.CaseAction.Offer;
import dev.parley.register.CaseSight;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Cases;
import dev.parley.register.Finding;
import dev.parley.register.Findings;
import dev.parley.register.Level;
import dev.parley.register.RiskCase;
import dev.parley.register.Risks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a case together, as far as its viewer may see it. */
@Component
class CasePage {

	private final Cases cases;

	private final CaseSoFar soFar;

	private final CaseProgress progress;

	private final CaseRecords records;

	private final Standing standing;

	private final People people;

	private final Words words;

	private final ForceWords force;

	private final Acts acts;

	private final Risks risks;

	private final Findings findings;

	private final List<CaseAction> actions;

	CasePage(Cases cases, CaseSoFar soFar, CaseProgress progress, CaseRecords records, Standing standing, People people,
			Words words, ForceWords force, Acts acts, Risks risks, Findings findings, List<CaseAction> actions) {
		this.cases = cases;
		this.soFar = soFar;
		this.progress = progress;
		this.records = records;
		this.standing = standing;
		this.people = people;
		this.words = words;
		this.force = force;
		this.acts = acts;
		this.risks = risks;
		this.findings = findings;
		this.actions = actions;
	}

	View of(String caseId, CaseSight sight, String user) {
		Viewer viewer = new Viewer(user, this.people.groupsOf(user));
		List<Run> runs = this.progress.runs(caseId);
		String ended = ended(runs);
		VisibleSteps steps = VisibleSteps.of(this.progress.steps(caseId), sight, viewer);
		return new View(Head.of(this.cases.require(caseId)), sight.isWhole(),
				VisibleContent.of(this.soFar.of(caseId), sight),
				this.records.force(caseId).map(this.force::of).orElse(null), this.standing.of(steps.open(), viewer),
				(ended != null) ? List.of() : veils(steps), !steps.under(Veil.POSITIONS).isEmpty(),
				NextSteps.of((ended != null) ? steps.afterTheCase() : steps), ended, isOpen(this.cases.require(caseId)),
				DiagramView.of(runs, steps), deeds(caseId, sight, user), this.acts.reassignments(caseId),
				offers(caseId, viewer), sight.isWhole() ? this.findings.of(caseId) : List.of(), this.words);
	}

	private boolean isOpen(RiskCase riskCase) {
		return riskCase.riskId() != null && this.risks.isOpen(riskCase.riskId()).orElse(false);
	}

	private List<String> veils(VisibleSteps steps) {
		return steps.veils().stream().map((veil) -> veil.sentence(this.words.moment(steps.until(veil)))).toList();
	}

	private List<Offer> offers(String caseId, Viewer viewer) {
		RiskCase riskCase = this.cases.require(caseId);
		return this.actions.stream()
			.flatMap((action) -> action.offer(riskCase, viewer.user(), viewer.groups()).stream())
			.toList();
	}

	private @Nullable String ended(List<Run> runs) {
		return runs.isEmpty() ? null : this.words.moment(runs.get(0).endedAt());
	}

	private List<Deed> deeds(String caseId, CaseSight sight, String viewer) {
		List<Act> acts = this.records.acts(caseId, viewer)
			.stream()
			.filter((act) -> sight.shows(act.duty()) && (!act.isVote() || sight.isWhole() || act.isOf(viewer)))
			.toList();
		Map<String, String> names = this.people.namesOf(acts.stream().map(Act::user).collect(Collectors.toSet()));
		return acts.stream()
			.map((act) -> new Deed(String.valueOf(this.words.moment(act.at())),
					names.getOrDefault(act.user(), act.user()) + " " + act.duty().words() + " this case"))
			.toList();
	}

	/**
	 * What the page shows.
	 *
	 * @param head the case in a line
	 * @param whole whether all that was said is shown
	 * @param soFar what was said
	 * @param force whether the decision is in force, or null without one
	 * @param open what is to be done
	 * @param veils sentences on what is kept back for the time being
	 * @param veiled whether it is kept back whether positions are stated
	 * @param next what comes next
	 * @param ended when the case ended, or null
	 * @param riskOpen whether its risk is open
	 * @param diagrams its diagrams
	 * @param deeds who did what
	 * @param handovers how often somebody changed what a colleague held
	 * @param offers what the viewer can do with the case beside its tasks
	 * @param findings known exploited vulnerabilities that the case is about
	 * @param words says dates in words
	 */
	record View(Head head, boolean whole, Map<String, @Nullable Object> soFar, @Nullable String force,
			List<OpenStep> open, List<String> veils, boolean veiled, NextSteps next, @Nullable String ended,
			boolean riskOpen, List<DiagramView> diagrams, List<Deed> deeds, int handovers, List<Offer> offers,
			List<Finding> findings, Words words) {
	}

	/**
	 * A case in a line.
	 *
	 * @param caseId case id
	 * @param title title of the risk
	 * @param stateCode state
	 * @param stateLabel state in words
	 * @param levelCode level, or null
	 * @param levelLabel level in words, or null
	 * @param bandLabel band in words, or null
	 */
	record Head(String caseId, String title, String stateCode, String stateLabel, @Nullable String levelCode,
			@Nullable String levelLabel, @Nullable String bandLabel) {

		static Head of(RiskCase riskCase) {
			Assessment assessment = riskCase.assessment();
			Level level = (assessment != null) ? assessment.level() : null;
			return new Head(riskCase.caseId(), riskCase.raised().title(), riskCase.state().name(),
					riskCase.stateLabel(), (level != null) ? level.name() : null,
					(level != null) ? level.label() : null, (assessment != null) ? assessment.band().label() : null);
		}

	}

	/**
	 * What somebody did.
	 *
	 * @param at when
	 * @param sentence who did what
	 */
	record Deed(String at, String sentence) {
	}

}
