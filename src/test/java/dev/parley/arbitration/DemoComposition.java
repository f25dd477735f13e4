package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The composition of the demo, to begin with and to go back to. */
final class DemoComposition {

	static final LocalDate FROM = LocalDate.of(2026, 1, 1);

	static final LocalDate TO = LocalDate.of(2030, 12, 31);

	private static final List<String> FUNCTIONS = List.of("Legal", "Finance", "Operations", "Compliance",
			"Human resources", "Operations", "Finance");

	private DemoComposition() {
	}

	/** Its seats, in a list that a test may change. */
	static List<CommitteeSeat> seats() {
		List<CommitteeSeat> seats = new ArrayList<>();
		FUNCTIONS
			.forEach((function) -> seats.add(new CommitteeSeat("member" + (seats.size() + 1), function, FROM, TO)));
		return seats;
	}

	static CompositionDraft draft() {
		return draft(seats());
	}

	static CompositionDraft draft(List<CommitteeSeat> seats) {
		return new CompositionDraft("chair", "member7", seats);
	}

	/** A composition as a system sends it. */
	static Map<String, Object> body(CompositionDraft draft) {
		return Map.of("chair", draft.chair(), "alternateChair", draft.alternateChair(), "seats",
				draft.seats()
					.stream()
					.map((seat) -> Map.of("member", seat.member(), "function", seat.function(), "termFrom",
							seat.from().toString(), "termTo", seat.to().toString()))
					.toList());
	}

	/** A composition as the page sends it. */
	static Map<String, String> fields(CompositionDraft draft) {
		Map<String, String> fields = new HashMap<>(
				Map.of("chair", draft.chair(), "alternateChair", draft.alternateChair()));
		for (int number = 1; number <= draft.seats().size(); number++) {
			CommitteeSeat seat = draft.seats().get(number - 1);
			fields.put("member" + number, seat.member());
			fields.put("function" + number, seat.function());
			fields.put("termFrom" + number, seat.from().toString());
			fields.put("termTo" + number, seat.to().toString());
		}
		return fields;
	}

}
