package dev.parley.riskpage;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The cases of a risk that the reader may open.
 *
 * @param all the cases, the newest first
 */
record ReadableCases(List<RiskCaseLine> all) {

	/** Whether the reader may open a case. */
	boolean opens(@Nullable String caseId) {
		return find(caseId).isPresent();
	}

	/** Whether all that was said in a case shows to the reader. */
	boolean reads(@Nullable String caseId) {
		return find(caseId).filter(RiskCaseLine::whole).isPresent();
	}

	RiskCaseLine newest() {
		return this.all.get(0);
	}

	private Optional<RiskCaseLine> find(@Nullable String caseId) {
		return this.all.stream().filter((line) -> line.caseId().equals(caseId)).findFirst();
	}

}
