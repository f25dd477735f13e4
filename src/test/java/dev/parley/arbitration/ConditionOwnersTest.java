package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@ParleyTest
class ConditionOwnersTest {

	@Autowired
	private ConditionOwners owners;

	@Autowired
	private Stage stage;

	@Test
	void offersNobodyWhomItRefuses() {
		List<Map<String, String>> offered = this.owners.offered(this.stage.upToDecision(4, 4));

		assertThat(offered).contains(Map.of("value", "cio-deputy", "label", "Deputy CIO, cio-deputy"));
		assertThatNoException().isThrownBy(() -> this.owners
			.requireAll(owned(offered.stream().map((owner) -> owner.get("value")).toArray(String[]::new))));
	}

	@Test
	void takesUsersAndGroups() {
		assertThatNoException().isThrownBy(() -> this.owners.requireAll(owned("risk-owner", "cio-deputy", "ciso")));
		assertThatNoException().isThrownBy(() -> this.owners.requireAll(List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "CIO", "cio,ciso", "%", "*" })
	void refusesWhoIsNeither(String owner) {
		assertThatExceptionOfType(SubmissionRefused.class)
			.isThrownBy(() -> this.owners.requireAll(owned("cio", owner, "ciso", "nobody-else")))
			.withMessage("Conditions (conditions) name an owner who is neither a user nor a group: line 2, \"" + owner
					+ "\"; line 4, \"nobody-else\". Write the id, such as cio.");
	}

	private static List<Condition> owned(String... owners) {
		return Stream.of(owners).map((owner) -> new Condition("Patch", owner, LocalDate.of(2026, 12, 24))).toList();
	}

}
