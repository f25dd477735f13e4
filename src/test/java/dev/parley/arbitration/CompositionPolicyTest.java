package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.parley.identity.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompositionPolicyTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final Map<Office, Set<String>> holders = new EnumMap<>(Office.class);

	private final List<CommitteeSeat> seats = DemoComposition.seats();

	CompositionPolicyTest() {
		give(Office.COMMITTEE_CHAIR, "chair");
		IntStream.rangeClosed(1, 30).forEach((number) -> give(Office.COMMITTEE_MEMBER, "member" + number));
	}

	@Test
	void hasNothingAgainstTheDemo() {
		assertThat(objections()).isEmpty();
	}

	@Test
	void letsAnotherChairStandIn() {
		give(Office.COMMITTEE_CHAIR, "other");

		assertThat(objections(new CompositionDraft("chair", "other", this.seats))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Legal, legal , LEGAL, false", "Legal, Finance, ' finance', false",
			"Legal, Finance, Human resources, true" })
	void countsFunctionsHoweverTheyAreWritten(String one, String two, String three, boolean enough) {
		List<CommitteeSeat> three1 = List.of(seat("member1", one), seat("member2", two), seat("member7", three));

		List<String> objections = objections(DemoComposition.draft(three1));

		assertThat(objections.isEmpty()).as(objections.toString()).isEqualTo(enough);
		assertThat(objections).allMatch((objection) -> objection.startsWith("The number of functions is ")
				&& objection.endsWith("at least 3 are needed. Add members of other functions."));
	}

	@ParameterizedTest
	@CsvSource({ "2, false", "3, true", "25, true", "26, false" })
	void boundsTheNumberOfMembers(int members, boolean possible) {
		List<CommitteeSeat> some = IntStream.rangeClosed(1, members)
			.mapToObj((number) -> seat("member" + (30 - number), "Function " + number % 3))
			.toList();

		List<String> objections = objections(new CompositionDraft("chair", "member29", some));

		assertThat(objections.stream().noneMatch((objection) -> objection.startsWith("The number of members is ")))
			.isEqualTo(possible);
	}

	@ParameterizedTest
	@CsvSource({ "CIO, who decides on shared risks does not judge the decision",
			"CISO, who objects does not judge the objection",
			"CRO, who rules on what the committee refers has no part in its vote",
			"AUDITOR, who reviews the committee does not sit on it",
			"ADMINISTRATOR, who runs the system does not judge in it" })
	void keepsOutWhoIsNotNeutral(Office office, String why) {
		give(Office.COMMITTEE_CHAIR, "other");
		List.of("chair", "other", "member3").forEach((person) -> give(office, person));

		assertThat(objections(new CompositionDraft("chair", "other", this.seats))).containsExactly(
				"chair, proposed as chair, holds the office %s: %s. Name somebody else.".formatted(office.label(), why),
				"other, proposed as alternate chair, holds the office %s: %s. Name somebody else."
					.formatted(office.label(), why),
				"member3, proposed as a member, holds the office %s: %s. Name somebody else.".formatted(office.label(),
						why));
	}

	@Test
	void asksForTheOfficeOfEach() {
		this.seats.set(0, seat("stranger", "Legal"));

		assertThat(objections(new CompositionDraft("member9", "nobody", this.seats))).containsExactly(
				"member9, proposed as chair, does not hold the office Committee chair. Name somebody who does, or have the office given first.",
				"nobody, proposed as alternate chair, is no member of this composition, and does not hold the office Committee chair. Name one of the members, or somebody who does.",
				"stranger, proposed as a member, does not hold the office Committee member. Name somebody who does, or have the office given first.");
	}

	@Test
	void givesNobodyTwoPlaces() {
		this.seats.add(seat("member1", "Finance"));
		this.seats.add(seat("chair", "Finance"));

		assertThat(objections(new CompositionDraft("chair", "chair", this.seats))).containsExactly(
				"chair is proposed as chair and as alternate chair. Name another alternate chair.",
				"chair is proposed as chair and as a member, and the chair does not vote. Leave chair out of the members, or name another chair.",
				"member1 is proposed as a member 2 times. Name each member once.");
	}

	@Test
	void judgesFunctionAndTermOfEachSeat() {
		this.seats.set(0, seat("member1", " "));
		this.seats.set(1, new CommitteeSeat("member2", "Finance", TODAY, TODAY.minusDays(1)));
		this.seats.set(2, new CommitteeSeat("member3", "Operations", DemoComposition.FROM, TODAY.minusDays(1)));
		this.seats.set(3, new CommitteeSeat("member4", "Compliance", DemoComposition.FROM, TODAY));
		this.seats.set(4, new CommitteeSeat("member5", "Human resources", TODAY.plusDays(1), TODAY.plusDays(1)));

		assertThat(objections()).containsExactly("The function of member1 is empty. Name a function, such as Legal.",
				"The term of member2 ends on 2026-11-21, before it begins on 2026-11-22. Choose a later end.",
				"The term of member3 was over on 2026-11-21. Choose an end from 2026-11-22 on.");
	}

	@Test
	void tellsEverythingAtOnce() {
		give(Office.CIO, "member1");
		List<CommitteeSeat> two = new ArrayList<>(
				List.of(seat("member1", "Legal"), new CommitteeSeat("member1", "Legal", TODAY, TODAY.minusDays(1))));

		assertThat(objections(new CompositionDraft("member1", "x", two))).hasSize(8);
	}

	private List<String> objections() {
		return objections(DemoComposition.draft(this.seats));
	}

	private List<String> objections(CompositionDraft draft) {
		return CompositionPolicy.objectionsTo(draft, new OfficeHolders(this.holders), TODAY);
	}

	private void give(Office office, String person) {
		this.holders.computeIfAbsent(office, (key) -> new HashSet<>()).add(person);
	}

	private static CommitteeSeat seat(String member, String function) {
		return new CommitteeSeat(member, function, DemoComposition.FROM, DemoComposition.TO);
	}

}
