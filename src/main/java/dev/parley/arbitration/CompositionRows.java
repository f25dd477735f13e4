package dev.parley.arbitration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parley.arbitration.Composition.State;
import dev.parley.arbitration.Endorsement.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compositions, as the database keeps them. */
@Component
class CompositionRows {

	private static final String COMPOSITIONS = """
			select * from (
			    select c.*, e.outcome, e.reason, e.given_by, e.given_at,
			           case
			               when e.outcome = 'REFUSED' then 'REFUSED'
			               when e.outcome = 'ENDORSED' and c.composition =
			                    (select max(composition) from committee_endorsement where outcome = 'ENDORSED') then 'IN_FORCE'
			               when e.outcome = 'ENDORSED' then 'REPLACED'
			               when c.composition = (select max(composition) from committee_composition) then 'PROPOSED'
			               else 'SUPERSEDED'
			           end as state
			      from committee_composition c left join committee_endorsement e using (composition)) answered
			""";

	private final JdbcClient jdbc;

	CompositionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Composition> find(int number) {
		return read(this.jdbc.sql(COMPOSITIONS + "where composition = ?").param(number)).stream().findFirst();
	}

	Optional<Composition> inState(State state) {
		return read(this.jdbc.sql(COMPOSITIONS + "where state = ?").param(state.name())).stream().findFirst();
	}

	/** The newest ones, newest first. */
	List<Composition> newest(int most) {
		return read(this.jdbc.sql(COMPOSITIONS + "order by composition desc limit ?").param(most));
	}

	/** Adds a composition, and returns its number. */
	int add(CompositionDraft draft, String proposedBy, Instant at) {
		int number = this.jdbc.sql("""
				insert into committee_composition (chair, alternate_chair, proposed_by, proposed_at)
				values (?, ?, ?, ?) returning composition""")
			.params(draft.chair(), draft.alternateChair(), proposedBy, Timestamp.from(at))
			.query(Integer.class)
			.single();
		draft.seats()
			.forEach((seat) -> this.jdbc.sql("""
					insert into committee_seat (composition, member, function, term_from, term_to)
					values (?, ?, ?, ?, ?)""")
				.params(number, seat.member(), seat.function().strip(), seat.from(), seat.to())
				.update());
		return number;
	}

	void answer(int composition, Endorsement answer) {
		this.jdbc.sql("""
				insert into committee_endorsement (composition, outcome, reason, given_by, given_at)
				values (:composition, :outcome, :reason, :by, :at)""")
			.param("composition", composition)
			.param("outcome", answer.outcome().name())
			.param("reason", answer.reason())
			.param("by", answer.by())
			.param("at", Timestamp.from(answer.at()))
			.update();
	}

	private List<Composition> read(JdbcClient.StatementSpec query) {
		List<Composition> bare = query.query((row, index) -> composition(row)).list();
		Map<Integer, List<CommitteeSeat>> seats = seats(bare.stream().map(Composition::number).toList());
		return bare.stream().map((found) -> seated(found, seats.getOrDefault(found.number(), List.of()))).toList();
	}

	private static Composition seated(Composition bare, List<CommitteeSeat> seats) {
		CompositionDraft committee = new CompositionDraft(bare.committee().chair(), bare.committee().alternateChair(),
				seats);
		return new Composition(bare.number(), committee, bare.proposedBy(), bare.proposedAt(), bare.answer(),
				bare.state());
	}

	private Map<Integer, List<CommitteeSeat>> seats(List<Integer> compositions) {
		Map<Integer, List<CommitteeSeat>> seats = new HashMap<>();
		this.jdbc.sql("select * from committee_seat where composition = any(?) order by function, member")
			.param(compositions.toArray(Integer[]::new))
			.query((row) -> {
				seats.computeIfAbsent(row.getInt("composition"), (number) -> new ArrayList<>())
					.add(new CommitteeSeat(row.getString("member"), row.getString("function"),
							row.getObject("term_from", LocalDate.class), row.getObject("term_to", LocalDate.class)));
			});
		return seats;
	}

	private static Composition composition(ResultSet row) throws SQLException {
		CompositionDraft committee = new CompositionDraft(row.getString("chair"), row.getString("alternate_chair"),
				List.of());
		return new Composition(row.getInt("composition"), committee, row.getString("proposed_by"),
				row.getTimestamp("proposed_at").toInstant(), answer(row), State.valueOf(row.getString("state")));
	}

	private static @Nullable Endorsement answer(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		return (outcome != null) ? new Endorsement(Outcome.valueOf(outcome), row.getString("reason"),
				row.getString("given_by"), row.getTimestamp("given_at").toInstant()) : null;
	}

}
