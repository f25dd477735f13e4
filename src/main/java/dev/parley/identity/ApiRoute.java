package dev.parley.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one table of what can be called beneath {@code /api/v1}, and by which offices. What
 * a person may do in a single case, and which risks a person may see, is said by the
 * rules on duties and on sight.
 */
public enum ApiRoute {

	/** Raises a risk. */
	RAISE_RISK(HttpMethod.POST, "/api/v1/risks", Offices.RAISERS),
	/** The risks that the caller may see. */
	RISKS(HttpMethod.GET, "/api/v1/risks", Offices.READERS),
	/** One risk. */
	RISK(HttpMethod.GET, "/api/v1/risks/{riskId}", Offices.READERS),
	/** The CISO's word that a risk is gone. */
	CLOSE_RISK(HttpMethod.POST, "/api/v1/risks/{riskId}/closure", EnumSet.of(Office.CISO)),
	/** Another version of the security position. */
	RESTATE_POSITION(HttpMethod.POST, "/api/v1/risks/{riskId}/positions", EnumSet.of(Office.CISO)),
	/** One case. */
	CASE(HttpMethod.GET, "/api/v1/cases/{caseId}", Offices.READERS),
	/** Withdraws a case. */
	WITHDRAW_CASE(HttpMethod.POST, "/api/v1/cases/{caseId}/withdrawal", Offices.RAISERS),
	/** Takes an exemption back before its end. */
	REVOKE_EXEMPTION(HttpMethod.POST, "/api/v1/exemptions/{exemptionId}/revocation", EnumSet.of(Office.CRO)),
	/** The inventory. */
	ASSETS(HttpMethod.GET, "/api/v1/assets", EnumSet.allOf(Office.class)),
	/** Changes the class of an asset. */
	CHANGE_ASSET(HttpMethod.PATCH, "/api/v1/assets/{assetId}", EnumSet.of(Office.PROCESS_OWNER, Office.ADMINISTRATOR)),
	/** Imports the catalog of exploited vulnerabilities. */
	IMPORT_KEV(HttpMethod.POST, "/api/v1/imports/kev", EnumSet.of(Office.CISO, Office.ADMINISTRATOR)),
	/** The composition of the committee that is in force, and the proposed one. */
	COMMITTEE(HttpMethod.GET, "/api/v1/committee", Offices.COMMITTEE),
	/** One composition of the committee. */
	COMPOSITION(HttpMethod.GET, "/api/v1/committee/compositions/{composition}", Offices.COMMITTEE),
	/** Proposes a composition of the committee. */
	PROPOSE_COMPOSITION(HttpMethod.POST, "/api/v1/committee/compositions", EnumSet.of(Office.COMMITTEE_CHAIR)),
	/** Endorses or refuses a composition of the committee. */
	ANSWER_COMPOSITION(HttpMethod.POST, "/api/v1/committee/compositions/{composition}/endorsement",
			EnumSet.of(Office.EXECUTIVE_SPONSOR)),
	/** The figures that measure the whole. */
	MEASURES(HttpMethod.GET, "/api/v1/measures", EnumSet.complementOf(EnumSet.of(Office.REQUESTER))),
	/** Past rulings of the cases that the caller may see. */
	RULINGS(HttpMethod.GET, "/api/v1/rulings", Offices.COMMITTEE);

	private final HttpMethod method;

	private final String path;

	private final Set<Office> offices;

	ApiRoute(HttpMethod method, String path, Set<Office> offices) {
		this.method = method;
		this.path = path;
		this.offices = offices;
	}

	public HttpMethod method() {
		return this.method;
	}

	/** The address, with its parts that vary in braces. */
	public String path() {
		return this.path;
	}

	/** Matches its calls; who asks for the head alone needs the same office. */
	RequestMatcher matcher() {
		RequestMatcher called = PathPatternRequestMatcher.withDefaults().matcher(this.method, this.path);
		return (this.method != HttpMethod.GET) ? called : new OrRequestMatcher(called,
				PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.HEAD, this.path));
	}

	/** The offices that may call it. */
	public Set<Office> offices() {
		return Collections.unmodifiableSet(this.offices);
	}

	/** Whether members of one of these groups may call it. */
	public boolean isOpenTo(Set<String> groups) {
		return this.offices.stream().map(Office::group).anyMatch(groups::contains);
	}

	/** Sets of offices that several routes share. */
	private static final class Offices {

		static final Set<Office> RAISERS = EnumSet.of(Office.REQUESTER, Office.CIO, Office.CISO, Office.RISK_OWNER);

		static final Set<Office> COMMITTEE = EnumSet.of(Office.COMMITTEE_MEMBER, Office.COMMITTEE_CHAIR, Office.CRO,
				Office.EXECUTIVE_SPONSOR, Office.CIO, Office.CISO, Office.RISK_OWNER, Office.AUDITOR);

		static final Set<Office> READERS = EnumSet.complementOf(EnumSet.of(Office.PROCESS_OWNER, Office.ADMINISTRATOR));

	}

}
