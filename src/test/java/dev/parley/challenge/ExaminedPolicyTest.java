package dev.parley.challenge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExaminedPolicyTest {

	private static final String EARLIER = "Read the firewall rules of the VPN segment and the access logs of October.";

	@ParameterizedTest
	@ValueSource(strings = { EARLIER, "read the firewall rules of the vpn segment and the access logs of october",
			"Read the firewall rules of the VPN segment, and the access logs of November 2026!",
			"Read  the firewall rules\nof the VPN segment and all access logs of October." })
	void findsAStatementThatRepeatsAnEarlierOneNearlyWordForWord(String examined) {
		assertThat(ExaminedPolicy.repeated(examined, List.of("Something else entirely", EARLIER))).hasValue(EARLIER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Talked to the team that runs the appliance and saw the patch calendar.",
			"Read the firewall rules.", "Read the access logs of October and compared them with the shift plan." })
	void takesAStatementOfItsOwn(String examined) {
		assertThat(ExaminedPolicy.repeated(examined, List.of(EARLIER))).isEmpty();
	}

	@Test
	void findsNothingWhereNobodyStatedAnything() {
		assertThat(ExaminedPolicy.repeated(EARLIER, List.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "nothing", "n/a 2026", "—" })
	void tellsAStatementThatSaysHardlyAnything(String examined) {
		assertThat(ExaminedPolicy.isEmpty(examined)).isTrue();
		assertThat(ExaminedPolicy.isEmpty(EARLIER)).isFalse();
	}

}
