package dev.parley.arbitration;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.arbitration.Composition.State;
import dev.parley.arbitration.Convening.Seat;
import dev.parley.identity.Duty;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.register.Referrals;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is called together for a case. */
@ParleyTest
class CommitteeTest {

	@Autowired
	Committee committee;

	@Autowired
	Compositions compositions;

	@Autowired
	DemoCommittee demo;

	@Autowired
	Stage stage;

	@Autowired
	Acts acts;

	@Autowired
	Referrals referrals;

	@Autowired
	IdentityService identities;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	CompositionTurn turn;

	@Autowired
	Recusals recusals;

	@Autowired
	ComposedNotice notice;

	@Autowired
	People people;

	@Autowired
	TransactionOperations transactions;

	@Test
	void isThatOfTheDemoFromTheFirstStartOn() {
		Convening convening = this.committee.convene(this.stage.raiseOn(Stage.SHARED_ASSET), 5);

		assertThat(convening.refusal()).isNull();
		assertThat(convening.presiding()).isEqualTo("chair");
		assertThat(convening.voters()).containsExactlyInAnyOrder("member1", "member2", "member3", "member4", "member5",
				"member6", "member7");
		assertThat(convening.seats()).extracting(Seat::function)
			.contains("Legal", "Finance", "Operations", "Compliance", "Human resources");
	}

	@Test
	void staysAsItIsWhenTheDemoStartsAgain() {
		int before = this.compositions.history(1).get(0).number();

		this.demo.start();

		assertThat(this.compositions.history(1).get(0).number()).isEqualTo(before);
	}

	@Test
	void leavesOutWhoRaisedTheCase() {
		try (Membership requester = Membership.given(this.identities, "member1", "requester")) {
			String caseId = this.stage.raise("member1", Stage.raised()).getBusinessKey();

			assertThat(recusal(caseId, "member1")).isEqualTo("raised the case");
			assertThat(this.committee.convene(caseId, 6).voters()).hasSize(6);
		}
	}

	@Test
	void leavesOutTheOfficeThatDecides() {
		String ofUnit = this.stage.raiseOn(Stage.BUSINESS_UNIT_ASSET);
		String shared = this.stage.raiseOn(Stage.SHARED_ASSET);
		try (Membership owner = Membership.given(this.identities, "member2", "risk-owner");
				Membership chair = Membership.given(this.identities, "chair", "risk-owner")) {

			Convening convening = this.committee.convene(ofUnit, 6);

			assertThat(recusal(ofUnit, "member2")).isEqualTo("is in the office that decides the case (Risk owner)");
			assertThat(convening.presiding()).isEqualTo("member7");
			assertThat(recusal(shared, "member2")).isNull();
		}
	}

	@Test
	void leavesOutWhoTakesPartInTheCaseAndNotWhoVotedInIt() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.acts.record(caseId, Duty.ANSWER, "member3");
		this.acts.record(caseId, Duty.VOTE, "member4");
		this.acts.record(caseId, Duty.RULE, "member5");

		assertThat(recusal(caseId, "member3")).isEqualTo("answered a question in the case");
		assertThat(recusal(caseId, "member4")).isNull();
		assertThat(recusal(caseId, "member5")).isNull();
	}

	@Test
	void leavesOutWhoRecusedThemselvesInTheFirstCallOfTheSameReferral() {
		String caseId = this.stage.upToAgreement();
		this.referrals.refer(caseId, Authority.COMMITTEE, Reason.CONFLICT);
		call(caseId);
		recuse(caseId, "member5", "My team runs the appliance.");

		assertThat(recusal(caseId, "member5")).isEqualTo("recused in the first call: My team runs the appliance.");
		assertThat(recusal(caseId, "member6")).isNull();

		this.jdbc.sql("update referral set state = 'RULED', closed_at = referred_at where case_id = ?")
			.param(caseId)
			.update();
		this.jdbc.sql("update risk_case set state = 'OPEN' where case_id = ?").param(caseId).update();
		this.referrals.refer(caseId, Authority.COMMITTEE, Reason.CONFLICT);

		assertThat(this.referrals.requireOpen(caseId).number()).isEqualTo(2);
		assertThat(recusal(caseId, "member5")).isNull();
	}

	@Test
	void goesByTheOfficesThatPeopleHoldNow() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		try (Membership auditor = Membership.given(this.identities, "member3", "auditor");
				Membership member = Membership.taken(this.identities, "member4", "committee-member");
				Membership chair = Membership.given(this.identities, "chair", "camunda-admin")) {

			Convening convening = this.committee.convene(caseId, 5);

			assertThat(convening.voters()).hasSize(5).doesNotContain("member3", "member4");
			assertThat(convening.presiding()).isEqualTo("member7");
			assertThat(this.committee.convene(caseId, 6).refusal()).contains(
					"has 5 members who may vote on this case; at least 6 are needed to meet.",
					"member4 (does not hold the office Committee member)", "member3 (holds the office Auditor: ");
		}
	}

	@Test
	void doesNotMeetBeforeThereIsAComposition() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		Convening convening = new Committee(beforeTheFirst(), this.turn, this.recusals, this.people, this.clock)
			.convene(caseId, 1);

		assertThat(convening.refusal()).isEqualTo("No composition of the committee is in force. The chair proposes a"
				+ " composition, the executive sponsor endorses it, at /committee/composition.");
	}

	@Test
	void keepsTheCompositionWhileACommitteeIsCalledAndTheOtherWayRound() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		this.transactions.executeWithoutResult((status) -> {
			this.committee.convene(caseId, 1);
			assertThat(inAnotherTransaction("pg_try_advisory_xact_lock")).isFalse();
			assertThat(inAnotherTransaction("pg_try_advisory_xact_lock_shared")).isTrue();
		});
		this.transactions.executeWithoutResult((status) -> {
			this.compositions.propose(DemoComposition.draft(), "chair");
			assertThat(inAnotherTransaction("pg_try_advisory_xact_lock_shared")).isFalse();
			status.setRollbackOnly();
		});
		assertThat(inAnotherTransaction("pg_try_advisory_xact_lock")).isTrue();
	}

	private boolean inAnotherTransaction(String lock) {
		return CompletableFuture.supplyAsync(
				() -> this.jdbc.sql("select " + lock + "(?)").param(CompositionTurn.LOCK).query(Boolean.class).single())
			.join();
	}

	/** No composition can be taken back, so that none is where no rows are read. */
	private Compositions beforeTheFirst() {
		CompositionRows none = new CompositionRows(this.jdbc) {

			@Override
			Optional<Composition> inState(State state) {
				return Optional.empty();
			}

		};
		return new Compositions(none, this.turn, this.notice, this.people, this.clock);
	}

	private @Nullable String recusal(String caseId, String member) {
		Map<String, String> recusals = this.committee.convene(caseId, 1)
			.seats()
			.stream()
			.collect(Collectors.toMap(Seat::member,
					(seat) -> (seat.recusedBecause() != null) ? seat.recusedBecause() : ""));
		assertThat(recusals).containsKey(member);
		String reason = recusals.getOrDefault(member, "");
		return reason.isEmpty() ? null : reason;
	}

	private void call(String caseId) {
		this.jdbc.sql("insert into voting_round values (?, 1, 1, ?, 'chair', now())")
			.params(caseId, this.compositions.inForce().orElseThrow().number())
			.update();
	}

	private void recuse(String caseId, String member, String reason) {
		this.jdbc.sql("insert into round_member values (?, 1, 1, ?, 'Finance', null)").params(caseId, member).update();
		this.jdbc.sql("insert into ballot values (?, 1, 1, ?, null, ?, null, now())")
			.params(caseId, member, reason)
			.update();
	}

}
