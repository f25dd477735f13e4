package dev.parley.kev;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.parley.identity.People;
import dev.parley.kev.AssetPlan.Outcome;
import dev.parley.register.Asset;
import dev.parley.register.Assets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a catalog with the inventory and with what is recorded. Writes nothing. */
@Component
class ImportPlanner {

	private final Assets assets;

	private final KevRecords records;

	private final People people;

	ImportPlanner(Assets assets, KevRecords records, People people) {
		this.assets = assets;
		this.records = records;
		this.people = people;
	}

	ImportPlan plan(Catalog catalog) {
		Map<Asset, List<KevEntry>> matches = matches(catalog);
		Map<String, Set<String>> known = this.records.findings();
		Map<String, AssetStanding> standings = this.records.standings();
		List<AssetPlan> plans = matches.keySet()
			.stream()
			.map((asset) -> plan(asset, matches.getOrDefault(asset, List.of()),
					known.getOrDefault(asset.id(), Set.of()), standings.get(asset.id())))
			.toList();
		List<KevEntry> matched = matches.values().stream().flatMap(List::stream).distinct().toList();
		return versioned(plans, matched, catalog.entries().size() - matched.size());
	}

	private Map<Asset, List<KevEntry>> matches(Catalog catalog) {
		Inventory inventory = new Inventory(this.assets.all());
		Map<Asset, List<KevEntry>> matches = new TreeMap<>(Comparator.comparing(Asset::name));
		catalog.entries()
			.forEach((entry) -> inventory.having(entry)
				.forEach((asset) -> matches.computeIfAbsent(asset, (other) -> new ArrayList<>()).add(entry)));
		return matches;
	}

	private AssetPlan plan(Asset asset, List<KevEntry> matching, Set<String> known, @Nullable AssetStanding standing) {
		List<KevEntry> news = matching.stream().filter((entry) -> !known.contains(entry.cve())).toList();
		Outcome outcome = outcome(asset, news, standing);
		return new AssetPlan(asset, (outcome == Outcome.NOBODY_DECIDES) ? List.of() : news,
				matching.size() - news.size(), outcome, standing);
	}

	private Outcome outcome(Asset asset, List<KevEntry> news, @Nullable AssetStanding standing) {
		if (news.isEmpty()) {
			return Outcome.NOTHING_NEW;
		}
		if (standing != null && !standing.over()) {
			return Outcome.JOINS;
		}
		return this.people.membersOf(asset.decides().group()).isEmpty() ? Outcome.NOBODY_DECIDES : Outcome.OPENS;
	}

	/** Of what is or becomes a finding, the words that are new or have changed. */
	private ImportPlan versioned(List<AssetPlan> plans, List<KevEntry> matched, int unmatched) {
		Map<String, KevEntry> recorded = this.records.vulnerabilities();
		Map<String, KevEntry> versions = new HashMap<>();
		plans.forEach((plan) -> plan.added().forEach((entry) -> versions.put(entry.cve(), entry)));
		List<KevEntry> changed = matched.stream()
			.filter((entry) -> recorded.containsKey(entry.cve()) && !entry.equals(recorded.get(entry.cve())))
			.toList();
		changed.forEach((entry) -> versions.put(entry.cve(), entry));
		return new ImportPlan(plans,
				versions.values().stream().filter((entry) -> !entry.equals(recorded.get(entry.cve()))).toList(),
				changed.stream().map(KevEntry::cve).toList(), matched.size(), unmatched);
	}

}
