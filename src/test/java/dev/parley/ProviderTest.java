package dev.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.autoconfigure.properties.PropertyMapping;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.StringUtils;

/**
 * Runs a test on the whole of Parley as it is in service, whose people come from a
 * {@link Provider}: no profile, a PostgreSQL of its own with two roles.
 */
@Tag("own-engine")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "parley.reminders.every=P1D",
				"logging.level.root=warn", "logging.level.dev.parley.engine.guard.CommandGate=error" })
@ContextConfiguration(initializers = ProviderTest.Surroundings.class)
@Import(Stage.class)
public @interface ProviderTest {

	/** Another issuer than the provider that is there. */
	@PropertyMapping("test.issuer")
	String issuer() default "";

	/** Starts what Parley needs, before it. */
	class Surroundings implements ApplicationContextInitializer<GenericApplicationContext> {

		@Override
		public void initialize(GenericApplicationContext parley) {
			EmbeddedPostgres postgres = postgres();
			Provider provider = Provider.start();
			parley.registerBean(EmbeddedPostgres.class, () -> postgres, (bean) -> bean.setDestroyMethodName("close"));
			parley.registerBean(Provider.class, () -> provider, (bean) -> bean.setDestroyMethodName("close"));
			TestPropertyValues
				.of("spring.datasource.url=jdbc:postgresql://localhost:%d/parley".formatted(postgres.getPort()),
						"spring.datasource.username=parley_app", "spring.flyway.user=parley_owner",
						"parley.identity.oidc.issuer=" + issuer(parley, provider),
						"parley.identity.oidc.client-id=" + Provider.CLIENT,
						"parley.identity.oidc.client-secret=" + Provider.SECRET,
						"parley.identity.oidc.name=Example Corp", "parley.identity.oidc.audience=" + Provider.AUDIENCE)
				.applyTo(parley);
		}

		private static String issuer(GenericApplicationContext parley, Provider provider) {
			String other = parley.getEnvironment().getProperty("test.issuer");
			return StringUtils.hasText(other) ? other : provider.issuer();
		}

		private static EmbeddedPostgres postgres() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
				JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
				superuser.sql("create role parley_owner login").update();
				superuser.sql("create role parley_app login").update();
				superuser.sql("create database parley owner parley_owner").update();
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
