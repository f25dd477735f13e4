package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.parley.register.DecisionDraft.Action;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.DecisionDraft.Option;
import dev.parley.register.DecisionDraft.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads decisions. */
@Component
class DecisionRows {

	private final JdbcClient jdbc;

	DecisionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Decision> latest(String caseId) {
		return this.jdbc.sql("select * from decision where case_id = ? order by number desc limit 1")
			.param(caseId)
			.query((row, index) -> decision(row))
			.optional();
	}

	/** A decision of a case by its number. */
	Optional<Decision> find(String caseId, int number) {
		return this.jdbc.sql("select * from decision where case_id = ? and number = ?")
			.params(caseId, number)
			.query((row, index) -> decision(row))
			.optional();
	}

	private Decision decision(ResultSet row) throws SQLException {
		String caseId = row.getString("case_id");
		int number = row.getInt("number");
		DecisionDraft content = new DecisionDraft(Treatment.valueOf(row.getString("treatment")),
				row.getString("rationale"), row.getObject("review_on", LocalDate.class), options(caseId, number),
				actions(caseId, number), transfer(row), exemption(row, alsoCovered(caseId, number)));
		return new Decision(number, content, row.getString("decided_by"), row.getTimestamp("decided_at").toInstant(),
				Band.valueOf(row.getString("band")), row.getObject("revises", Integer.class),
				"IN_FORCE".equals(row.getString("state")));
	}

	private List<Option> options(String caseId, int decision) {
		return this.jdbc.sql("select * from decision_option where case_id = ? and decision = ? order by number")
			.params(caseId, decision)
			.query((row, index) -> new Option(row.getString("name"), row.getString("benefit"), row.getString("cost"),
					Level.ofRank(row.getInt("residual"))))
			.list();
	}

	private List<Action> actions(String caseId, int decision) {
		return this.jdbc.sql("select * from decision_action where case_id = ? and decision = ? order by number")
			.params(caseId, decision)
			.query((row, index) -> new Action(row.getString("action"), row.getString("owner"),
					row.getObject("due_on", LocalDate.class)))
			.list();
	}

	private static @Nullable Transfer transfer(ResultSet row) throws SQLException {
		String counterparty = row.getString("counterparty");
		return (counterparty != null) ? new Transfer(counterparty, row.getObject("contract_on", LocalDate.class))
				: null;
	}

	private List<String> alsoCovered(String caseId, int decision) {
		return this.jdbc.sql("select asset_id from decision_asset where case_id = ? and decision = ? order by asset_id")
			.params(caseId, decision)
			.query(String.class)
			.list();
	}

	private static @Nullable Exemption exemption(ResultSet row, List<String> alsoCovers) throws SQLException {
		String deviatesFrom = row.getString("deviates_from");
		return (deviatesFrom != null) ? new Exemption(deviatesFrom, row.getString("compensating_controls"),
				row.getString("controls_owner"), alsoCovers, row.getObject("ends_on", LocalDate.class)) : null;
	}

}
