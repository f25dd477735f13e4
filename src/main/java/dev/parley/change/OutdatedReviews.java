package dev.parley.change;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.engine.CaseOpening;
import dev.parley.engine.FollowUpProcesses;
import dev.parley.register.Cases;
import dev.parley.register.Outdatings;
import dev.parley.register.Outdatings.Outdated;
import dev.parley.register.Outdatings.Outdating;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a review of what is outdated: another case where a risk is accepted, the review
 * of the exemption where it is exempted, and another case where the last review of the
 * exemption is over. Each in a transaction of its own, and once for each change; what
 * cannot be opened now is tried again at the next look.
 */
@Component
class OutdatedReviews {

	private static final Logger LOG = LoggerFactory.getLogger(OutdatedReviews.class);

	/** A change of the appetite may make thousands outdated, and other work waits. */
	private static final int MOST = 100;

	private final Outdatings outdatings;

	private final Cases cases;

	private final CaseOpening opening;

	private final FollowUpProcesses processes;

	private final TransactionTemplate transaction;

	OutdatedReviews(Outdatings outdatings, Cases cases, CaseOpening opening, FollowUpProcesses processes,
			TransactionTemplate transaction) {
		this.outdatings = outdatings;
		this.cases = cases;
		this.opening = opening;
		this.processes = processes;
		this.transaction = transaction;
	}

	/** Opens the reviews that are to be opened now. */
	void open() {
		List<Outdated> waiting = this.outdatings.withoutReview();
		List<String> exempted = waiting.stream()
			.filter((outdated) -> outdated.treatment() == Treatment.EXEMPT)
			.map(Outdated::caseId)
			.toList();
		Set<String> reviewable = this.processes.reviewable(exempted);
		Set<String> reviewedLast = this.processes.reviewedLast(exempted);
		long opened = waiting.stream()
			.filter((outdated) -> outdated.treatment() != Treatment.EXEMPT || reviewable.contains(outdated.caseId())
					|| reviewedLast.contains(outdated.caseId()))
			.filter((outdated) -> open(outdated, reviewable.contains(outdated.caseId())))
			.limit(MOST)
			.count();
		if (opened > 0) {
			LOG.info("Changes: {} reviews opened of decisions that are outdated", opened);
		}
	}

	private boolean open(Outdated outdated, boolean asTask) {
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> open(outdated, asTask, status)));
		}
		catch (RuntimeException ex) {
			LOG.error("The outdated decision of case {} on risk {} could not be reviewed; it is tried again",
					outdated.caseId(), outdated.riskId(), ex);
			return false;
		}
	}

	/** Whoever holds more than one case holds the newest first. */
	private boolean open(Outdated outdated, boolean asTask, TransactionStatus status) {
		RiskCase latest = this.cases.latestOf(outdated.riskId()).orElseThrow();
		this.cases.lock(latest.caseId());
		this.cases.lock(outdated.caseId());
		String because = because(outdated);
		boolean opened = this.outdatings.recordReview(outdated.caseId(), outdated.decision()) > 0
				&& (asTask ? this.processes.reviewOutdated(outdated.caseId())
						: this.opening.openAnother(latest, because).isPresent());
		if (!opened) {
			status.setRollbackOnly();
		}
		return opened;
	}

	private String because(Outdated outdated) {
		List<Outdating> all = this.outdatings.of(outdated.caseId(), outdated.decision());
		String decided = (outdated.treatment() == Treatment.EXEMPT) ? "exemption" : "acceptance";
		return all.stream()
			.filter((outdating) -> outdating.reviewedSince() == null)
			.map(Outdating::detail)
			.collect(Collectors.joining(" ",
					"What the %s of case %s rests on has changed. ".formatted(decided, outdated.caseId()), ""));
	}

}
