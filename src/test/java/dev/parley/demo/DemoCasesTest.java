package dev.parley.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.parley.ParleyTest;
import dev.parley.register.CaseState;
import dev.parley.register.ExemptionState;
import dev.parley.register.UnacceptableState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A first start of the demo leaves something to see in every state. */
@Tag("own-engine")
@ParleyTest
@TestPropertySource(properties = "parley.demo.cases=true")
class DemoCasesTest {

	@Autowired
	DemoCases demo;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void showsEveryStateOfACase() {
		assertThat(strings("select distinct state from risk_case"))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(CaseState.values()).map(Enum::name).toList());
		assertThat(strings("select distinct state from risk")).containsExactlyInAnyOrder("OPEN", "CLOSED");
		assertThat(strings("select distinct reason from referral where state = 'OPEN'"))
			.containsExactlyInAnyOrder("CONFLICT", "AUTHORITY", "OVERDUE");
		assertThat(strings("select distinct state from unacceptable_risk"))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(UnacceptableState.values()).map(Enum::name).toList());
	}

	@Test
	void showsEveryStateOfAnExemption() {
		assertThat(strings("select distinct state from exemption"))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(ExemptionState.values()).map(Enum::name).toList());
	}

	@Test
	void showsARenewalThatWaitsForItsDecision() {
		assertThat(strings("select state from risk_case join exemption_renewal using (case_id)"))
			.containsExactlyInAnyOrder("SETTLED", "OPEN");
	}

	@Test
	void showsARiskThatAVerifiedTreatmentClosed() {
		assertThat(strings("""
				select v.outcome
				  from treatment_verification v
				  join risk_case c using (case_id)
				  join risk r using (risk_id)
				 where r.state = 'CLOSED'""")).containsExactly("EFFECTIVE");
	}

	@Test
	void asksBothSidesForAReview() {
		assertThat(strings("""
				select l.group_id_
				  from act_ru_identitylink l
				  join act_ru_task t on t.id_ = l.task_id_
				 where t.task_def_key_ = 'UserTask_ReviewExemption'""")).containsExactlyInAnyOrder("ciso", "cio");
	}

	@Test
	void leavesATaskOfEachKindOpen() {
		assertThat(strings("select distinct substring(task_def_key_ from 10) from act_ru_task"))
			.containsExactlyInAnyOrder("IdentifyAsset", "StateSecurityPosition", "AnswerQuestion", "RaiseChallenge",
					"JudgeAnswers", "DecideRisk", "GiveAssurance", "SeekAgreement", "StateItPosition", "PleadCase",
					"CastVote", "RuleOnReferral", "AcknowledgeRuling", "CompleteAction", "VerifyTreatment",
					"AttestControls", "VerifyAttestation", "ReviewExemption");
	}

	@Test
	void showsEveryOutcomeOfAnArbitration() {
		assertThat(strings("select distinct outcome from ruling where state = 'IN_FORCE'"))
			.containsExactlyInAnyOrder("UPHOLD_DECISION", "IMPOSE_CONDITIONS", "UPHOLD_OBJECTION");
		assertThat(strings("select distinct ruled_by from ruling")).containsExactlyInAnyOrder("COMMITTEE", "CRO");
		assertThat(strings("select distinct result from tally")).contains("SECOND_CALL", "REFER_TO_CRO");
		assertThat(strings("""
				select old.treatment || ' ' || old.state || ' ' || new.treatment || ' ' || new.state
				  from decision old
				  join decision new on new.case_id = old.case_id and new.number = old.number + 1
				 where old.state = 'REFUSED'""")).containsExactly("EXEMPT REFUSED MITIGATE IN_FORCE");
	}

	@Test
	void showsAVoteUnderWayToThoseWhoAreStillAsked() {
		assertThat(strings("""
				select b.member
				  from ballot b
				  left join tally t using (case_id, referral, round)
				 where t.case_id is null""")).containsExactlyInAnyOrder("member2", "member3", "member7");
		assertThat(strings("select assignee_ from act_ru_task where task_def_key_ = 'UserTask_CastVote'"))
			.containsExactlyInAnyOrder("member1", "member4", "member5", "member6");
	}

	@Test
	void seatsTheCommitteeBeforeItsCases() {
		assertThat(strings("""
				select case_id
				  from voting_round
				 where called_at < (select min(given_at) from committee_endorsement)""")).isEmpty();
		assertThat(strings("select outcome from committee_endorsement")).containsExactly("ENDORSED");
	}

	@Test
	void showsWhatAnImportOpens() {
		assertThat(strings("select distinct c.state from risk_case c join finding f using (case_id)"))
			.containsExactlyInAnyOrder("OPEN", "SETTLED");
		assertThat(strings("select distinct raised_by from risk_case c join finding f using (case_id)"))
			.containsExactly("system");
	}

	@Test
	void leavesNoDeadlineThatHasPassedAndTheClockRight() {
		assertThat(strings("select id_ from act_ru_job where duedate_ < now()")).isEmpty();
		assertThat(Duration.between(this.clock.instant(), Instant.ofEpochMilli(new java.util.Date().getTime())).abs())
			.isLessThan(Duration.ofMinutes(1));
	}

	@Test
	void playsOnce() {
		List<String> before = strings("select case_id from risk_case");

		this.demo.start();

		assertThat(strings("select case_id from risk_case")).containsExactlyElementsOf(before).hasSizeGreaterThan(10);
	}

	private List<String> strings(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

}
