package dev.parley;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Runs a test on the whole of Parley: real engine, real PostgreSQL, real web server, demo
 * users and inventory. Jobs and reminders run only when a test runs them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "parley.demo.directory=target/test-database/${random.uuid}", "parley.demo.cases=false",
				"camunda.bpm.job-execution.enabled=false", "parley.reminders.every=P1D", "parley.changes.every=P1D",
				"parley.operations.heartbeat=P1D", "parley.metrics.refresh=P1D", "logging.level.root=warn",
				"logging.level.dev.parley.engine.guard.CommandGate=error" })
@ActiveProfiles("demo")
@Import({ Stage.class, Apis.class, TableDigests.class })
public @interface ParleyTest {

}
