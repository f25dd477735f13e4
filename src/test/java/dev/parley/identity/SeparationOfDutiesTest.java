package dev.parley.identity;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeparationOfDutiesTest {

	/** A row per duty that the person did before, a column per duty wanted now. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', useHeadersInDisplayName = true,
			textBlock = """
					BEFORE               | RAISE | IDENTIFY | STATE_IT | STATE_SECURITY | RESTATE_SECURITY | CHALLENGE | ANSWER | JUDGE | DECIDE | ASSURE | RECONSIDER | RECONSIDER_OBJECTION | PLEAD | PLEAD_SECURITY | VOTE | RULE | ACKNOWLEDGE | ACKNOWLEDGE_SECURITY | WITHDRAW | COMPLETE_ACTION | VERIFY_TREATMENT | ATTEST | VERIFY_ATTESTATION | ADVISE_REVIEW | REVIEW | REVOKE | CONFIRM_GONE
					RAISE                | yes   | yes      | yes      | yes            | yes              | yes       | yes    | yes   | no     | yes    | no         | yes                  | yes   | yes            | no   | no   | yes         | yes                  | yes      | yes             | yes              | yes    | yes                | yes           | yes    | yes    | yes
					IDENTIFY             | yes   | yes      | yes      | yes            | yes              | yes       | yes    | yes   | yes    | yes    | yes        | yes                  | yes   | yes            | no   | no   | yes         | yes                  | yes      | yes             | yes              | yes    | yes                | yes           | yes    | yes    | yes
					STATE_IT             | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					STATE_SECURITY       | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					RESTATE_SECURITY     | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					CHALLENGE            | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					ANSWER               | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					JUDGE                | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					DECIDE               | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					ASSURE               | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					RECONSIDER           | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					RECONSIDER_OBJECTION | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					PLEAD                | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					PLEAD_SECURITY       | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					VOTE                 | no    | no       | no       | no             | no               | no        | no     | no    | no     | no     | no         | no                   | no    | no             | yes  | no   | no          | no                   | no       | yes             | no               | no     | no                 | no            | no     | yes    | no
					RULE                 | no    | no       | no       | no             | no               | no        | no     | no    | no     | no     | no         | no                   | no    | no             | no   | yes  | no          | no                   | no       | yes             | no               | no     | no                 | no            | no     | yes    | no
					ACKNOWLEDGE          | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					ACKNOWLEDGE_SECURITY | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					WITHDRAW             | yes   | yes      | yes      | yes            | yes              | yes       | yes    | yes   | yes    | yes    | yes        | yes                  | yes   | yes            | no   | no   | yes         | yes                  | yes      | yes             | yes              | yes    | yes                | yes           | yes    | yes    | yes
					COMPLETE_ACTION      | yes   | yes      | yes      | yes            | yes              | yes       | yes    | yes   | yes    | yes    | yes        | yes                  | yes   | yes            | yes  | yes  | yes         | yes                  | yes      | yes             | no               | yes    | yes                | yes           | yes    | yes    | yes
					VERIFY_TREATMENT     | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					ATTEST               | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					VERIFY_ATTESTATION   | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					ADVISE_REVIEW        | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					REVIEW               | yes   | yes      | yes      | no             | no               | no        | yes    | no    | yes    | no     | yes        | no                   | yes   | no             | no   | no   | yes         | no                   | yes      | yes             | no               | yes    | no                 | no            | yes    | yes    | no
					REVOKE               | yes   | yes      | yes      | yes            | yes              | yes       | yes    | yes   | yes    | yes    | yes        | yes                  | yes   | yes            | yes  | yes  | yes         | yes                  | yes      | yes             | yes              | yes    | yes                | yes           | yes    | yes    | yes
					CONFIRM_GONE         | yes   | yes      | no       | yes            | yes              | yes       | no     | yes   | no     | yes    | no         | yes                  | no    | yes            | no   | no   | no          | yes                  | yes      | yes             | yes              | no     | yes                | yes           | no     | yes    | yes
					""")
	void allowsADutyAfterAnotherByThisTable(ArgumentsAccessor row) {
		Duty before = row.get(0, Duty.class);
		for (Duty wanted : Duty.values()) {
			boolean expected = row.getString(wanted.ordinal() + 1).equals("yes");

			boolean allowed = SeparationOfDuties.objectionTo(wanted, List.of(before)).isEmpty();

			assertThat(allowed).as("%s after %s", wanted, before).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@EnumSource
	void allowsEveryDutyToWhoeverDidNothingInTheCase(Duty duty) {
		assertThat(SeparationOfDuties.objectionTo(duty, List.of())).isEmpty();
	}

	@Test
	void tellsWhoRaisedTheCaseThatAnotherHasToDecide() {
		assertThat(SeparationOfDuties.objectionTo(Duty.DECIDE, List.of(Duty.RAISE)))
			.hasValue("You raised this case, and who raises a case does not decide it."
					+ " Another member of the deciding office has to.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			STATE_SECURITY | STATE_IT       | You stated the IT position in this case for the other side
			ASSURE         | DECIDE         | You decided this case for the other side
			STATE_IT       | STATE_SECURITY | You stated the security position in this case for the other side
			DECIDE         | ASSURE         | You gave assurance in this case for the other side
			""")
	void tellsWhoActedForTheOtherSideWhatItWas(Duty wanted, Duty before, String words) {
		assertThat(SeparationOfDuties.objectionTo(wanted, List.of(before)))
			.hasValue(words + ", and nobody acts for both sides. Another member of the office has to.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					VOTE   | RAISE | You raised this case, and nobody both takes part in a case and judges it.
					RULE   | ASSURE | You gave assurance in this case, and nobody both takes part in a case and judges it.
					ASSURE | VOTE  | You answered the call to vote in this case, and nobody both takes part in a case and judges it.
					RULE   | VOTE  | You answered the call to vote in this case, and nobody both votes and rules on a case.
					VOTE   | RULE  | You ruled in this case, and nobody both votes and rules on a case.
					""")
	void tellsWhoIsNotNeutralWhatItIsThatWasDone(Duty wanted, Duty before, String words) {
		assertThat(SeparationOfDuties.objectionTo(wanted, List.of(before)))
			.hasValue(words + " Another member of the office has to.");
	}

	@Test
	void tellsWhoCarriedOutAnActionThatAnotherVerifies() {
		assertThat(SeparationOfDuties.objectionTo(Duty.VERIFY_TREATMENT, List.of(Duty.COMPLETE_ACTION)))
			.hasValue("You reported on an action of this case, and nobody verifies what they carried out."
					+ " Another member of the office has to.");
	}

	@Test
	void letsWhoRaisedTheCasePleadAndAcknowledgeForTheOwner() {
		assertThat(SeparationOfDuties.objectionTo(Duty.PLEAD, List.of(Duty.RAISE))).isEmpty();
		assertThat(SeparationOfDuties.objectionTo(Duty.ACKNOWLEDGE, List.of(Duty.RAISE))).isEmpty();
	}

	@Test
	void remembersEveryActNotOnlyTheLast() {
		List<Duty> before = List.of(Duty.IDENTIFY, Duty.STATE_IT, Duty.IDENTIFY, Duty.RAISE);

		assertThat(SeparationOfDuties.objectionTo(Duty.ASSURE, before)).isPresent();
		assertThat(SeparationOfDuties.objectionTo(Duty.DECIDE, before)).isPresent();
		assertThat(SeparationOfDuties.objectionTo(Duty.STATE_IT, before)).isEmpty();
	}

	@Test
	void refusesToPutAnybodyInBothOffices() {
		assertThat(SeparationOfDuties.objectionTo(Set.of("cio", "requester", "ciso")))
			.hasValue("Nobody is in the offices of the CIO and of the CISO at once:"
					+ " the one decides, the other gives assurance.");
	}

	@Test
	void refusesBothOfficesToAnAdministratorToo() {
		assertThat(SeparationOfDuties.objectionTo(Set.of("camunda-admin", "cio", "ciso"))).isPresent();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CISO")
	void allowsTheOfficeOfTheCioWithAnyOtherButTheCisos(Office other) {
		assertThat(SeparationOfDuties.objectionTo(Set.copyOf(List.of("cio", other.group())))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CIO")
	void allowsTheOfficeOfTheCisoWithAnyOtherButTheCios(Office other) {
		assertThat(SeparationOfDuties.objectionTo(Set.copyOf(List.of("ciso", other.group())))).isEmpty();
	}

	@Test
	void allowsNoOfficeAtAll() {
		assertThat(SeparationOfDuties.objectionTo(Set.of())).isEmpty();
	}

}
