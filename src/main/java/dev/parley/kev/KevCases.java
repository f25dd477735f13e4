package dev.parley.kev;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.parley.engine.CaseOpening;
import dev.parley.engine.CaseRefresh;
import dev.parley.identity.Office;
import dev.parley.kev.AssetPlan.Outcome;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Asset;
import dev.parley.register.Cases;
import dev.parley.register.Category;
import dev.parley.register.Decisions;
import dev.parley.register.RaisedRisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the cases of findings, lets findings join them, and tells the offices. */
@Component
class KevCases {

	private static final int NAMED = 10;

	private static final int TOLD = 5;

	private final CaseOpening opening;

	private final CaseRefresh refresh;

	private final Cases cases;

	private final Decisions decisions;

	private final Notices notices;

	KevCases(CaseOpening opening, CaseRefresh refresh, Cases cases, Decisions decisions, Notices notices) {
		this.opening = opening;
		this.refresh = refresh;
		this.cases = cases;
		this.decisions = decisions;
		this.notices = notices;
	}

	/**
	 * The case that takes the new findings of an asset: the one that is not over, held
	 * until the transaction ends, or a new one of the same risk.
	 */
	Taken take(AssetPlan plan) {
		AssetStanding standing = plan.standing();
		if (plan.outcome() == Outcome.JOINS && standing != null) {
			this.cases.lock(standing.caseId());
			if (!this.cases.require(standing.caseId()).isOver()) {
				return new Taken(plan, standing.caseId(), false);
			}
		}
		@Nullable String riskId = (standing != null) ? standing.riskId() : null;
		return new Taken(plan, this.opening.open(raised(plan), plan.asset(), riskId), true);
	}

	/** Lets open tasks show the findings, and tells the offices. */
	void tell(Taken taken) {
		this.refresh.renewTasks(taken.caseId());
		Asset asset = taken.plan().asset();
		if (taken.opened()) {
			if (asset.decides() != Office.CIO) {
				tell(taken, Set.of(Office.CIO, asset.decides()),
						"Case %s was opened for %s, an asset of a business unit, on which attackers are known to exploit %s. The office %s decides it; the CIO's office is asked for the IT position."
							.formatted(taken.caseId(), asset.name(), count(taken.plan().added()),
									asset.decides().label()));
			}
			return;
		}
		tell(taken, new TreeSet<>(List.of(Office.CIO, Office.CISO, asset.decides())), joined(taken));
	}

	/** A decision that was taken stays as it is, whatever joins its case. */
	private String joined(Taken taken) {
		List<KevEntry> entries = taken.plan().added();
		boolean decided = this.decisions.latest(taken.caseId()).isPresent();
		String text = "%s of %s joined case %s%s: %s.".formatted(capital(count(entries)), taken.plan().asset().name(),
				taken.caseId(), decided ? " after its decision" : "", names(entries, TOLD));
		return decided ? text + " The decision was taken without %s. Weigh whether it still holds."
			.formatted((entries.size() == 1) ? "this finding" : "these findings") : text;
	}

	/** Lets open tasks of a case show the words of the catalog as they are now. */
	void renew(String caseId) {
		this.cases.lock(caseId);
		this.refresh.renewTasks(caseId);
	}

	private void tell(Taken taken, Set<Office> offices, String text) {
		offices.forEach(
				(office) -> this.notices.informOffice(taken.caseId(), office.group(), NoticeKind.INFORMATION, text));
	}

	private static RaisedRisk raised(AssetPlan plan) {
		List<KevEntry> entries = plan.added();
		long ransomware = entries.stream().filter(KevEntry::ransomware).count();
		String scenario = "Attackers are known to exploit %s of %s%s: %s. Through one of them an attacker can take over the asset, and from there reach what it serves."
			.formatted(count(entries), plan.asset().name(),
					(ransomware > 0) ? ", %d of them in ransomware campaigns".formatted(ransomware) : "",
					names(entries, NAMED));
		return new RaisedRisk("Known exploited vulnerabilities of " + plan.asset().name(), scenario, Category.INTEGRITY,
				null, "The asset stays in use as it is, without an outage for patching or replacing it.", null, false);
	}

	private static String names(List<KevEntry> entries, int most) {
		String names = entries.stream().limit(most).map(KevEntry::cve).collect(Collectors.joining(", "));
		return (entries.size() > most) ? names + " and %d more".formatted(entries.size() - most) : names;
	}

	private static String count(List<KevEntry> entries) {
		return (entries.size() == 1) ? "one vulnerability" : entries.size() + " vulnerabilities";
	}

	private static String capital(String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

	/**
	 * The case that takes the findings of an asset.
	 *
	 * @param plan what is planned for the asset
	 * @param caseId the case
	 * @param opened whether it was opened for them
	 */
	record Taken(AssetPlan plan, String caseId, boolean opened) {
	}

}
