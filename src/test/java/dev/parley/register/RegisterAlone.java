package dev.parley.register;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.parley.database.OwnDatabase;
import dev.parley.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs of the register on a real PostgreSQL of their own, without an engine. */
final class RegisterAlone implements AutoCloseable {

	private final OwnDatabase database = OwnDatabase.start();

	private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

	private RegisterAlone() {
	}

	/** Starts it on a clock, with rules that differ by the name of the deployment. */
	static RegisterAlone start(Clock clock) {
		log(LogLevel.WARN);
		RegisterAlone register = new RegisterAlone();
		DataSource dataSource = register.database.dataSource();
		register.beans.registerBean(DataSource.class, () -> dataSource);
		register.beans.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
		register.beans.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(dataSource));
		register.beans.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
		register.beans.registerBean(Clock.class, () -> clock);
		register.beans.registerBean(People.class, TestPeople::new);
		register.beans.registerBean(TestRules.class, TestRules::new);
		register.beans.register(Transactions.class, Assets.class, Assurances.class, CaseRows.class, Cases.class,
				Comparison.class, Confirmations.class, DecisionRows.class, Decisions.class, DecisionsInForce.class,
				ExemptionRows.class, Exemptions.class, MaterialChanges.class, Outdatings.class, Positions.class,
				PresentRules.class, Referrals.class, RiskRatings.class, Risks.class, RuleBook.class,
				TreatmentPlans.class, Withdrawals.class);
		register.beans.refresh();
		return register;
	}

	ApplicationContext beans() {
		return this.beans;
	}

	<T> T bean(Class<T> type) {
		return this.beans.getBean(type);
	}

	/** Runs an action in one transaction that is rolled back. */
	void rolledBack(Runnable action) {
		transaction().executeWithoutResult((status) -> {
			status.setRollbackOnly();
			action.run();
		});
	}

	/** Runs an action in one transaction. */
	<T> T inTransaction(Supplier<T> action) {
		return Objects.requireNonNull(transaction().execute((status) -> action.get()));
	}

	private TransactionTemplate transaction() {
		return new TransactionTemplate(bean(PlatformTransactionManager.class));
	}

	/** Whether a transaction waits for what another one holds. */
	boolean isSomebodyWaiting() {
		return bean(JdbcClient.class).sql("select exists (select 1 from pg_locks where not granted)")
			.query(Boolean.class)
			.single();
	}

	@Override
	public void close() {
		this.beans.close();
		this.database.close();
		log(null);
	}

	/** Thousands of changes of the rules would be logged. */
	private static void log(@Nullable LogLevel level) {
		LoggingSystem.get(RegisterAlone.class.getClassLoader()).setLogLevel(PresentRules.class.getName(), level);
	}

	@EnableTransactionManagement
	private static final class Transactions {

	}

}
