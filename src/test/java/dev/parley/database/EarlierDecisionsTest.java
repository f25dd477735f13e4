package dev.parley.database;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What version 11 makes of risks that were decided before it. */
class EarlierDecisionsTest {

	private static EmbeddedPostgres server;

	private static JdbcClient jdbc;

	@BeforeAll
	static void decideBeforeAndMigrate() throws IOException {
		server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
		DataSource owner = server.getPostgresDatabase();
		jdbc = JdbcClient.create(owner);
		jdbc.sql("create role parley_app").update();
		flyway(owner).target("10").skipDefaultCallbacks(true).load().migrate();
		recordDecisions();
		flyway(owner).load().migrate();
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	private static FluentConfiguration flyway(DataSource owner) {
		return Flyway.configure()
			.dataSource(owner)
			.locations("classpath:db/migration")
			.javaMigrations(new EngineSchemaMigration())
			.placeholders(Map.of("applicationRole", "parley_app"));
	}

	@Test
	void keepsOneDecisionInForceForEachRiskWhichIsTheLatest() {
		assertThat(
				list("select concat_ws(' ', case_id, state, ended_because, ended_at::date) from decision order by 1"))
			.containsExactly("ACCEPTED IN_FORCE", "CLOSED ENDED RISK_CLOSED 2026-04-01", "EXEMPTED IN_FORCE",
					"FIRST ENDED LATER_DECISION 2026-03-02", "LATER IN_FORCE", "PENDING DECIDED", "REFUSED REFUSED",
					"REPLACED ENDED LATER_DECISION 2026-03-02", "REPLACING IN_FORCE");
		assertThat(list("select concat_ws(' ', risk_id, decided_in, decision) from risk order by 1")).containsExactly(
				"R-ACCEPTED ACCEPTED 1", "R-CLOSED CLOSED 1", "R-EXEMPTED EXEMPTED 1", "R-LATER LATER 1", "R-PENDING",
				"R-REFUSED", "R-REPLACED REPLACING 1", "R-UNRATED");
	}

	@Test
	void givesEveryExemptionALifeOfItsOwn() {
		assertThat(
				list("""
						select concat_ws(' ', case_id, decision, state, renewal, deviates_from, compensating_controls,
						                 controls_owner, requested_at::date, granted_at::date, original_end, ends_on, look_again_on,
						                 level, approver_name, approver_role)
						  from exemption order by 1"""))
			.containsExactly(
					"EXEMPTED 1 IN_FORCE 0 Rule Controls cio 2026-03-01 2026-03-02 2027-01-31 2027-01-31 2027-01-01 4 cro Chief risk officer",
					"PENDING 1 REQUESTED 0 Rule Controls cio 2026-03-01 2027-01-31 2027-01-31 2027-01-01 4",
					"REFUSED 1 REFUSED 0 Rule Controls cio 2026-03-01 2027-01-31 2027-01-31 2027-01-01 4",
					"REPLACED 1 CLOSED 0 Rule Controls cio 2026-03-01 2026-03-01 2027-01-31 2027-01-31 2027-01-01 4 cio cio");
		assertThat(list("select exemption_id from exemption")).allMatch((id) -> id.matches("EX-2026-\\d{4}"));
		assertThat(list("select count(*) from exemption_asset union all select count(*) from exemption_change"))
			.containsExactly("4", "4");
	}

	@Test
	void ratesEachRiskByItsLatestCaseThatCompared() {
		assertThat(list("""
				select concat_ws(' ', risk_id, cause, case_id, likelihood, impact, level, band, security_missing::text)
				  from risk_rating order by 1"""))
			.contains("R-ACCEPTED POSITIONS ACCEPTED 4 4 4 ABOVE_TOLERANCE false",
					"R-LATER POSITIONS LATER 3 4 4 ABOVE_TOLERANCE true")
			.hasSize(7);
		assertThat(list(
				"select concat_ws(' ', risk_id, likelihood, impact, appetite, tolerance, capacity) from risk order by 1"))
			.contains("R-ACCEPTED 4 4 2 3 4", "R-LATER 3 4 2 3 4", "R-UNRATED");
	}

	@Test
	void knowsWhatAcceptancesAndExemptionsRestOn() {
		assertThat(list("""
				select concat_ws(' ', case_id, decision, asset_id, asset_class, deciding_group, level, rating)
				  from decision_basis order by 1""")).containsExactly("ACCEPTED 1 A SHARED cio 4 1",
				"EXEMPTED 1 A SHARED cio 4 1");
	}

	@Test
	void countsTheRisksAsBefore() {
		assertThat(list("select concat_ws(' ', risk_id, state) from unacceptable_risks('2026-06-01') order by 1"))
			.containsExactly("R-ACCEPTED ACCEPTED_ABOVE_TOLERANCE", "R-EXEMPTED EXEMPTION_IN_FORCE",
					"R-LATER IN_TREATMENT", "R-PENDING NO_DECISION", "R-REFUSED NO_DECISION",
					"R-REPLACED IN_TREATMENT");
	}

	private static void recordDecisions() {
		jdbc.sql("insert into asset (asset_id, name, asset_class) values ('A', 'Remote access', 'SHARED')").update();
		for (String risk : List.of("ACCEPTED", "EXEMPTED", "PENDING", "REFUSED", "REPLACED", "LATER", "CLOSED",
				"UNRATED")) {
			jdbc.sql(
					"""
							insert into risk (risk_id, title, scenario, category, asset_id, raised_by, raised_at, level, band, state)
							values ('R-' || :risk, 'T', 'S', 'DATA', 'A', 'requester', '2026-01-01',
							        case when :risk <> 'UNRATED' then 4 end, case when :risk <> 'UNRATED' then 'ABOVE_TOLERANCE' end,
							        case when :risk = 'CLOSED' then 'CLOSED' else 'OPEN' end)""")
				.param("risk", risk)
				.update();
		}
		settled("ACCEPTED", "ACCEPTED", "ACCEPT", "2026-03-02", false);
		settled("EXEMPTED", "EXEMPTED", "EXEMPT", "2026-03-02", false);
		jdbc.sql("""
				insert into referral (case_id, number, sent_to, reason, decision, state, referred_at, closed_at)
				values ('EXEMPTED', 1, 'CRO', 'AUTHORITY', 1, 'RULED', '2026-03-01', '2026-03-02')""").update();
		jdbc.sql("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, reasons, given_by, given_at,
				                    models, state, in_force_since)
				values ('EXEMPTED', 1, 1, 'CRO', 'UPHOLD_DECISION', 1, 'R', 'cro', '2026-03-01', 'models', 'IN_FORCE',
				        '2026-03-02')""").update();
		settled("REPLACED", "REPLACED", "EXEMPT", "2026-03-01", false);
		settled("REPLACING", "REPLACED", "MITIGATE", "2026-03-02", false);
		settled("FIRST", "LATER", "ACCEPT", "2026-03-01", false);
		settled("LATER", "LATER", "AVOID", "2026-03-02", true);
		settled("CLOSED", "CLOSED", "MITIGATE", "2026-03-02", false);
		jdbc.sql("insert into closure values ('R-CLOSED', 'Gone', 'ciso', '2026-04-01')").update();
		riskCase("PENDING", "PENDING", "2026-03-02", false, false);
		decision("PENDING", "EXEMPT", "DECIDED", null);
		riskCase("REFUSED", "REFUSED", "2026-03-02", false, false);
		decision("REFUSED", "EXEMPT", "REFUSED", null);
	}

	private static void settled(String caseId, String risk, String treatment, String inForceSince, boolean missing) {
		riskCase(caseId, risk, inForceSince, missing, true);
		decision(caseId, treatment, "IN_FORCE", inForceSince);
	}

	private static void riskCase(String caseId, String risk, String openedAt, boolean missing, boolean over) {
		jdbc.sql(
				"""
						insert into risk_case (case_id, risk_id, state, title, scenario, category, benefit, initiative_started,
						                       raised_by, opened_at, settled_at, asset_id, deciding_group, it_level, it_residual,
						                       security_level, security_residual, appetite, tolerance, capacity, level, band, models)
						values (:caseId, 'R-' || :risk, :state, 'T', 'S', 'DATA', 'B', false, 'requester', cast(:openedAt as date),
						        case when :state = 'SETTLED' then cast(:openedAt as date) end, 'A', 'cio', 4, 1,
						        case when not :missing then 4 end, 1, 2, 3, 4, 4, 'ABOVE_TOLERANCE', 'models')""")
			.param("caseId", caseId)
			.param("risk", risk)
			.param("openedAt", openedAt)
			.param("state", over ? "SETTLED" : "ESCALATED")
			.param("missing", missing)
			.update();
		jdbc.sql("""
				insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood,
				                      residual_impact, reasoning, stated_by, stated_at)
				values (:caseId, 'IT', 1, 'STATED', 3, 4, 1, 1, 'R', 'cio', '2026-02-01')""")
			.param("caseId", caseId)
			.update();
		jdbc.sql("""
				insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood,
				                      residual_impact, reasoning, stated_by, stated_at)
				select :caseId, 'SECURITY', 1, case when :missing then 'MISSING' else 'STATED' end, s, s, s, s,
				       case when not :missing then 'R' end, case when not :missing then 'ciso' end, '2026-02-01'
				  from (select case when not :missing then 4 end as s) score""")
			.param("caseId", caseId)
			.param("missing", missing)
			.update();
	}

	private static void decision(String caseId, String treatment, String state, String inForceSince) {
		jdbc.sql(
				"""
						insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group,
						                      decided_at, routing_level, band, models, deviates_from, compensating_controls, ends_on,
						                      state, in_force_since)
						values (:caseId, 1, :treatment, 'R', '2027-01-01', 'cio', 'cio', '2026-03-01', 4, 'ABOVE_TOLERANCE',
						        'models', 'Rule', 'Controls', '2027-01-31', :state, cast(:since as date))""")
			.param("caseId", caseId)
			.param("treatment", treatment)
			.param("state", state)
			.param("since", inForceSince)
			.update();
	}

	private static List<String> list(String sql) {
		return jdbc.sql(sql).query(String.class).list();
	}

}
