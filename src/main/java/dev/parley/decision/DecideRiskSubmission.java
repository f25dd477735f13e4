package dev.parley.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parley.register.DecisionDraft;
import dev.parley.register.DecisionDraft.Action;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.DecisionDraft.Option;
import dev.parley.register.DecisionDraft.Transfer;
import dev.parley.register.Level;
import dev.parley.register.Treatment;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the form DecideRisk. */
final class DecideRiskSubmission {

	private static final int OPTIONS = 4;

	private static final int ACTIONS = 5;

	private final Submission submission;

	private final LocalDate today;

	private DecideRiskSubmission(Submission submission, LocalDate today) {
		this.submission = submission;
		this.today = today;
	}

	/**
	 * Reads a decision.
	 * @param submission what was submitted
	 * @param today the earliest day that a date may name
	 */
	static DecisionDraft read(Submission submission, LocalDate today) {
		return new DecideRiskSubmission(submission, today).draft();
	}

	private DecisionDraft draft() {
		Treatment treatment = treatment();
		requireOwnership();
		return new DecisionDraft(treatment, this.submission.text("rationale", "Rationale", Submission.TEXT),
				this.submission.dateFrom("reviewOn", "Review on", this.today), groups(OPTIONS, this::option),
				groups(ACTIONS, this::action), transfer(treatment), exemption(treatment));
	}

	/** The treatment; when it was not understood, no other answer is judged by it. */
	private Treatment treatment() {
		Treatment treatment = this.submission.choice("treatment", "Treatment", Treatment.class);
		this.submission.stopIfFaulty();
		return treatment;
	}

	private void requireOwnership() {
		if (!this.submission.checked("ownership", "I own this risk")) {
			this.submission.refuse("The decider must declare to own the risk (ownership).");
		}
	}

	private static <T> List<T> groups(int count, IntFunction<Optional<T>> group) {
		return IntStream.rangeClosed(1, count).mapToObj(group).flatMap(Optional::stream).toList();
	}

	private Optional<Option> option(int number) {
		String key = "option" + number;
		String label = "Option " + number;
		if (!isFilled(key, "", "Benefit", "Cost", "Residual")) {
			return Optional.empty();
		}
		return Optional.of(new Option(this.submission.text(key, label, Submission.LINE),
				this.submission.text(key + "Benefit", label + ", benefit", Submission.TEXT),
				this.submission.text(key + "Cost", label + ", cost", Submission.TEXT),
				Level.ofRank(this.submission.wholeNumber(key + "Residual", label + ", residual level", 1, 5))));
	}

	private Optional<Action> action(int number) {
		String key = "action" + number;
		String label = "Action " + number;
		if (!isFilled(key, "", "Owner", "Due")) {
			return Optional.empty();
		}
		return Optional.of(new Action(this.submission.text(key, label, Submission.LINE),
				this.submission.text(key + "Owner", label + ", owner", Submission.LINE),
				this.submission.dateFrom(key + "Due", label + ", due", this.today)));
	}

	/** Whether any key of a group has a value; counts as reading them all. */
	private boolean isFilled(String key, String... suffixes) {
		return Stream.of(suffixes)
			.map((suffix) -> this.submission.isAnswered(key + suffix))
			.reduce(Boolean::logicalOr)
			.orElse(false);
	}

	private @Nullable Transfer transfer(Treatment treatment) {
		if (!belongsTo(Treatment.TRANSFER, treatment, "counterparty", "contractOn")) {
			return null;
		}
		return new Transfer(this.submission.text("counterparty", "Counterparty", Submission.LINE),
				this.submission.dateFrom("contractOn", "Contract on", this.today));
	}

	private @Nullable Exemption exemption(Treatment treatment) {
		if (!belongsTo(Treatment.EXEMPT, treatment, "deviatesFrom", "compensatingControls", "controlsOwner",
				"alsoCovers", "endsOn")) {
			return null;
		}
		return new Exemption(this.submission.text("deviatesFrom", "Deviates from", Submission.TEXT),
				this.submission.text("compensatingControls", "Compensating controls", Submission.TEXT),
				this.submission.optionalText("controlsOwner", "Owner of the controls", Submission.LINE), alsoCovers(),
				this.submission.dateFrom("endsOn", "Ends on", this.today.plusDays(1)));
	}

	private List<String> alsoCovers() {
		String assets = this.submission.optionalText("alsoCovers", "Also covers", Submission.TEXT);
		return (assets != null)
				? assets.lines().map(String::strip).filter((line) -> !line.isEmpty()).distinct().toList() : List.of();
	}

	private boolean belongsTo(Treatment owner, Treatment chosen, String... keys) {
		if (owner == chosen) {
			return true;
		}
		for (String key : keys) {
			if (this.submission.isAnswered(key)) {
				this.submission
					.refuse("%s belongs to the treatment %s; leave it out for %s.".formatted(key, owner, chosen));
			}
		}
		return false;
	}

}
