package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.register.CaseSoFar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever decides on a renewal sees what it renews, and how that has held. */
@ParleyTest
class RenewalSoFarTest {

	@Autowired
	Stage stage;

	@Autowired
	CaseSoFar caseSoFar;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void tellsWhatIsToBeRenewedWhyAndUntilWhen() {
		LocalDate until = LocalDate.now(this.clock).plusDays(400);

		String renewal = askToRenew(this.stage.upToExemption(until.minusDays(100).toString()), until);

		assertThat(shown(renewal)).containsEntry("state", "In force")
			.containsEntry("endsOn", until.minusDays(100).toString())
			.containsEntry("askedUntil", until.toString())
			.containsEntry("askedBy", "CIO (cio)")
			.containsEntry("rationale", "The appliance comes late.")
			.containsEntry("advice", "Once more.")
			.containsEntry("compensatingControls", "The appliance is watched day and night.")
			.containsEntry("assets", "Remote access VPN (A-003)")
			.containsEntry("attestation", "None yet.");
	}

	@Test
	void tellsHowTheControlsWereAttestedLast() {
		LocalDate until = LocalDate.now(this.clock).plusDays(400);
		String caseId = this.stage.upToExemption(until.minusDays(100).toString());
		String today = LocalDate.now(this.clock).toString();

		this.stage.fireTimer(caseId, "CatchEvent_AttestationDue");
		this.stage.complete("cio", caseId, "AttestControls", Stage.answers("inPlace", true));
		String renewal = askToRenew(caseId, until);
		assertThat(shown(renewal)).containsEntry("attestation", "In place on " + today + ", not verified yet.");

		this.stage.complete("ciso", caseId, "VerifyAttestation", Stage.answers("outcome", "CONFIRMED"));
		assertThat(shown(renewal)).containsEntry("attestation", "In place on " + today + ", confirmed.");

		this.stage.fireTimer(caseId, "CatchEvent_AttestationDue");
		this.stage.complete("cio", caseId, "AttestControls",
				Stage.answers("inPlace", false, "remark", "Nobody watches at night."));
		assertThat(shown(renewal)).containsEntry("attestation", "Not in place on " + today + ".")
			.containsEntry("state", "Suspended");
	}

	@Test
	void tellsNothingInACaseThatRenewsNothing() {
		assertThat(this.caseSoFar.of(this.stage.raise())).containsEntry("renewal", null);
	}

	private String askToRenew(String caseId, LocalDate until) {
		this.stage.fireTimer(caseId, "CatchEvent_ReviewDue");
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Once more."));
		this.stage.complete("cio", caseId, "ReviewExemption", Stage.answers("outcome", "RENEW", "endsOn",
				until.toString(), "rationale", "The appliance comes late."));
		return this.jdbc.sql("""
				select r.case_id from exemption_renewal r join exemption e using (exemption_id)
				 where e.case_id = ?""").param(caseId).query(String.class).single();
	}

	@SuppressWarnings("unchecked")
	private Map<String, @Nullable Object> shown(String caseId) {
		return (Map<String, @Nullable Object>) Objects.requireNonNull(this.caseSoFar.of(caseId).get("renewal"));
	}

}
