package dev.parley.arbitration;

import java.util.Map;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.identity.People;

/**
 * Who holds which office at a moment.
 *
 * @param holders user ids by office
 */
record OfficeHolders(Map<Office, Set<String>> holders) {

	static OfficeHolders now(People people) {
		return new OfficeHolders(people.holders());
	}

	boolean holds(String person, Office office) {
		return this.holders.getOrDefault(office, Set.of()).contains(person);
	}

}
