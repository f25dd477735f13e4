package dev.parley.identity;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OfficeTest {

	@Test
	void keepsTheGroupsThatModelsAndIntegrationsName() {
		assertThat(Office.values()).extracting(Office::group)
			.containsExactlyInAnyOrder("requester", "cio", "ciso", "risk-owner", "committee-member", "committee-chair",
					"cro", "executive-sponsor", "process-owner", "auditor", "camunda-admin");
	}

	@ParameterizedTest
	@EnumSource
	void isFoundByItsGroup(Office office) {
		assertThat(Office.ofGroup(office.group())).hasValue(office);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "CIO", "cio ", "sales" })
	void isNotFoundByAnotherGroup(String group) {
		assertThat(Office.ofGroup(group)).isEmpty();
	}

	@Test
	void letsOnlyRequestersAndThePartiesRaiseRisks() {
		assertThat(Arrays.stream(Office.values()).filter(Office::mayRaise)).containsExactlyInAnyOrder(Office.REQUESTER,
				Office.CIO, Office.CISO, Office.RISK_OWNER);
	}

}
