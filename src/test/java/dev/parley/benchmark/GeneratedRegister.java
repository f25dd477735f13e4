package dev.parley.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.parley.Stage;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A register of many risks, made up in the database as its owner. */
class GeneratedRegister {

	private final Flyway flyway;

	private final Map<String, String> examples;

	/** Plays one case of each kind, after which the processes of others are made. */
	GeneratedRegister(Flyway flyway, Stage stage) {
		this.flyway = flyway;
		this.examples = Map.of("treated", stage.upToTreatment(4, 4), "exempted",
				stage.upToExemption(LocalDate.now().plusDays(150).toString()), "discussed", stage.upToDecision(3, 3));
	}

	/** Adds risks, and all that belongs to them. */
	void add(int first, int last) throws SQLException, IOException {
		List<String> statements = List.of((text("risks") + text("processes")).split(";\\R"));
		inDatabase((database) -> statements.forEach((statement) -> database.sql(statement)
			.param("first", first)
			.param("last", last)
			.params(this.examples)
			.update()));
	}

	/** Has all that was noticed be reviewed, and the database know itself. */
	void settle() throws SQLException, IOException {
		String reviews = text("reviews");
		inDatabase((database) -> database.sql(reviews).update());
		JdbcClient.create(this.flyway.getConfiguration().getDataSource()).sql("vacuum analyze").update();
	}

	/** All or nothing, so that nothing that runs meanwhile sees half of it. */
	private void inDatabase(Work work) throws SQLException {
		try (Connection connection = this.flyway.getConfiguration().getDataSource().getConnection()) {
			SingleConnectionDataSource database = new SingleConnectionDataSource(connection, true);
			new TransactionTemplate(new DataSourceTransactionManager(database))
				.executeWithoutResult((status) -> work.on(JdbcClient.create(database)));
		}
	}

	private static String text(String script) throws IOException {
		return new ClassPathResource("benchmark/%s.sql".formatted(script)).getContentAsString(StandardCharsets.UTF_8);
	}

	/** What is done in the database. */
	private interface Work {

		void on(JdbcClient database);

	}

}
