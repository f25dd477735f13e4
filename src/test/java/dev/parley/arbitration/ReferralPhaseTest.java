package dev.parley.arbitration;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferralPhaseTest {

	@ParameterizedTest
	@CsvSource({ "PleadCase PleadCase, 0, , PLEADING", "CastVote, 1, , FIRST_CALL",
			"CastVote CastVote, 2, No alternate., SECOND_CALL", "'', 0, No chair., CONVENING",
			"'', 1, No chair., CONVENING", "'', 1, , BETWEEN", "RuleOnReferral, 1, No chair., WITH_CRO",
			"AcknowledgeRuling, 1, , ACKNOWLEDGING", "DecideRisk, 0, , BETWEEN" })
	void isToldByWhatIsOpen(String forms, int round, @Nullable String refusal, ReferralPhase phase) {
		assertThat(ReferralPhase.of(List.of(forms.split(" ")), round, refusal)).isEqualTo(phase);
	}

}
