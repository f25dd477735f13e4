package dev.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.Office;

/** Where a person can go, by the offices held. */
final class Places {

	static final String TASKLIST = "/camunda/app/tasklist/default/";

	static final String RAISE_RISK = TASKLIST + "#/?processStart=RiskDecision";

	static final String REGISTER = "/register";

	private static final String COCKPIT = "/camunda/app/cockpit/default/";

	private static final String ADMIN = "/camunda/app/admin/default/";

	private Places() {
	}

	static List<Place> of(Set<String> groups) {
		List<Place> places = new ArrayList<>();
		boolean technical = groups.equals(Set.of(Office.PROCESS_OWNER.group()));
		if (!technical) {
			places.add(new Place("Tasklist", TASKLIST,
					"Claim tasks, answer their forms, see what your office has to do."));
		}
		if (ApiRoute.RISKS.isOpenTo(groups)) {
			places.add(new Place("Register", REGISTER,
					"Look up risks, their levels, and what is decided on them until when."));
		}
		if (ApiRoute.IMPORT_KEV.isOpenTo(groups)) {
			places.add(new Place("Imports", "/imports/kev",
					"Import the catalog of known exploited vulnerabilities, and see past imports."));
		}
		if (ApiRoute.RULINGS.isOpenTo(groups)) {
			places.add(new Place("Committee", "/committee",
					"See which cases wait for a ruling and until when, and look up past rulings."));
		}
		if (ApiRoute.MEASURES.isOpenTo(groups)) {
			places.add(new Place("Measures", "/measures",
					"See how much conflict is escalated, which risks are unacceptable, and what they wait for."));
		}
		if (holds(groups, Office.AUDITOR) || holds(groups, Office.PROCESS_OWNER)
				|| holds(groups, Office.ADMINISTRATOR)) {
			places
				.add(new Place("Cockpit", COCKPIT, "See the diagrams, their versions and where cases stand in them."));
		}
		if (holds(groups, Office.ADMINISTRATOR)) {
			places.add(new Place("Operations", "/operations",
					"See failed jobs and have them tried again, jobs, nodes, database and versions."));
			places.add(new Place("Admin", ADMIN, "Manage users, offices and rights."));
		}
		return places;
	}

	private static boolean holds(Set<String> groups, Office office) {
		return groups.contains(office.group());
	}

	/**
	 * A place to go.
	 *
	 * @param label its name
	 * @param href its address
	 * @param text what to do there
	 */
	record Place(String label, String href, String text) {
	}

}
