package dev.parley;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.parley.Caller.Answer;
import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Sends one and the same command through each API, and tells the outcome alike. */
@TestComponent
public class Apis {

	/** Somebody who has not signed in. */
	public static final String NOBODY = "nobody";

	private static final String TASKLIST = "/camunda/api/engine/engine/default";

	private final Stage stage;

	private final ProcessEngine engine;

	private final Environment environment;

	private final Map<String, Caller> browsers = new ConcurrentHashMap<>();

	public Apis(Stage stage, ProcessEngine engine, Environment environment) {
		this.stage = stage;
		this.engine = engine;
		this.environment = environment;
	}

	/** Sends a command as a demo user, or as {@link #NOBODY}. */
	public Outcome send(Api api, String user, Command command) {
		return switch (api) {
			case ENGINE_REST ->
				outcome(caller(user).send(command.method(), "/engine-rest" + command.path(), command.body()));
			case TASKLIST -> outcome(inTasklist(user, command));
			case JAVA -> inJava(user, command);
		};
	}

	/** Signs a user in to Tasklist, once; later commands use that session. */
	public Caller browserOf(String user) {
		return this.browsers.computeIfAbsent(user, (id) -> {
			Caller browser = Caller.browserOf(id, port());
			browser.get("/camunda/app/welcome/default/");
			return browser;
		});
	}

	private Caller caller(String user) {
		return user.equals(NOBODY) ? Caller.nobody(port()) : Caller.of(user, port());
	}

	private Answer inTasklist(String user, Command command) {
		Caller browser = user.equals(NOBODY) ? Caller.nobody(port()) : browserOf(user);
		return browser.send(command.method(), TASKLIST + command.path(), command.body(), "X-XSRF-TOKEN",
				browser.cookie("XSRF-TOKEN").orElse("none"));
	}

	private static Outcome outcome(Answer answer) {
		boolean told = !answer.isOk() && answer.body().startsWith("{");
		return new Outcome(answer.status(), told ? answer.message() : "");
	}

	private Outcome inJava(String user, Command command) {
		try {
			if (user.equals(NOBODY)) {
				command.java().accept(this.engine);
			}
			else {
				this.stage.as(user, () -> {
					command.java().accept(this.engine);
					return null;
				});
			}
			return new Outcome(204, "");
		}
		catch (Refusal ex) {
			return new Outcome(ex.status(), String.valueOf(ex.getMessage()));
		}
		catch (AuthorizationException ex) {
			return new Outcome(403, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			return new Outcome(500, ex.toString());
		}
	}

	private int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * What became of a command.
	 *
	 * @param status HTTP status, or what it would be
	 * @param message what the person is told
	 */
	public record Outcome(int status, String message) {

		public boolean isDone() {
			return this.status >= 200 && this.status < 300;
		}

	}

}
