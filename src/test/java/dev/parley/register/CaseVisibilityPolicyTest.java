package dev.parley.register;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.identity.Duty;
import dev.parley.identity.Side;
import dev.parley.register.CaseSight.Extent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaseVisibilityPolicyTest {

	private static final boolean BEFORE = false;

	private static final boolean AFTER = true;

	private static final CaseReach HANDED_UP = CaseReach.HANDED_UP;

	private static final CaseReach NOT_HANDED_UP = CaseReach.OFFICES;

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso", "auditor", "cio requester", "ciso auditor" })
	void showsTheWholeToBothOfficesAndToAuditors(String groups) {
		assertThat(sight(groups, "", NOT_HANDED_UP, "cio", AFTER)).contains(new CaseSight(Extent.WHOLE, Set.of()));
	}

	@ParameterizedTest
	@CsvSource({ "risk-owner, risk-owner, true", "risk-owner, cio, false", "risk-owner, , false" })
	void showsTheWholeToTheGroupThatDecides(String group, @Nullable String decides, boolean shown) {
		assertThat(sight(group, "", NOT_HANDED_UP, decides, AFTER).isPresent()).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "risk-owner", "committee-member", "committee-chair", "cro",
			"executive-sponsor", "process-owner", "camunda-admin", "camunda-admin process-owner requester", "" })
	void hidesTheCaseFromEverybodyElse(String groups) {
		assertThat(sight(groups, "", NOT_HANDED_UP, "cio", AFTER)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "committee-member", "committee-chair", "cro", "executive-sponsor" })
	void showsACaseThatWasHandedUpToThoseWhoRuleOnItAndToTheSponsor(String group) {
		assertThat(sight(group, "", HANDED_UP, "cio", AFTER)).contains(new CaseSight(Extent.WHOLE, Set.of()));
	}

	@Test
	void hidesACaseThatWasNeverHandedUpFromThoseWhoRule() {
		assertThat(sight("committee-member committee-chair cro executive-sponsor", "", NOT_HANDED_UP, "cio", AFTER))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "risk-owner", "process-owner", "camunda-admin" })
	void hidesACaseThatWasHandedUpFromThoseWhoDoNotRule(String group) {
		assertThat(sight(group, "", HANDED_UP, "cio", AFTER)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "requester, RAISE", "requester, RAISE IDENTIFY", "risk-owner, RAISE", "'', RAISE" })
	void showsAnOutlineToThoseWhoOnlyRaisedIt(String groups, String done) {
		assertThat(sight(groups, done, NOT_HANDED_UP, "cio", AFTER)).contains(new CaseSight(Extent.OUTLINE, Set.of()));
	}

	@ParameterizedTest
	@EnumSource(Duty.class)
	void showsItToWhoeverDidSomethingInIt(Duty duty) {
		assertThat(sight("requester", duty.name(), NOT_HANDED_UP, "cio", AFTER)).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "cio, '', SECURITY", "ciso, '', IT", "cio, RAISE, SECURITY", "ciso, RAISE IDENTIFY, IT",
			"requester, RAISE, IT SECURITY", "risk-owner, '', IT SECURITY", "auditor, '', ''", "auditor, RAISE, ''",
			"auditor ciso, '', IT", "auditor, STATE_IT, SECURITY", "'', STATE_SECURITY, IT",
			"ciso, STATE_IT, SECURITY" })
	void veilsTheOtherSideUntilBothPositionsAreIn(String groups, String done, String veiled) {
		CaseSight before = sight(groups, done, NOT_HANDED_UP, "risk-owner", BEFORE).orElseThrow();
		CaseSight after = sight(groups, done, NOT_HANDED_UP, "risk-owner", AFTER).orElseThrow();

		assertThat(before.veiled()).isEqualTo(words(veiled).stream().map(Side::valueOf).collect(Collectors.toSet()));
		assertThat(after.veiled()).isEmpty();
		assertThat(after.extent()).isEqualTo(before.extent());
	}

	@Test
	void neverVeilsWhatTakesNoSide() {
		CaseSight sight = sight("requester", "RAISE", NOT_HANDED_UP, "cio", BEFORE).orElseThrow();

		assertThat(Arrays.stream(Duty.values()).filter((duty) -> duty.side() == Side.NONE)).isNotEmpty()
			.allMatch(sight::shows);
		assertThat(Arrays.stream(Duty.values()).filter((duty) -> duty.side() != Side.NONE)).isNotEmpty()
			.noneMatch(sight::shows);
	}

	private static Optional<CaseSight> sight(String groups, String done, CaseReach reach,
			@Nullable String decidingGroup, boolean disclosed) {
		List<Duty> duties = words(done).stream().map(Duty::valueOf).toList();
		return CaseVisibilityPolicy.sightOf(Set.copyOf(words(groups)), duties, reach, decidingGroup, disclosed);
	}

	private static List<String> words(String text) {
		return text.isEmpty() ? List.of() : List.of(text.split(" "));
	}

}
