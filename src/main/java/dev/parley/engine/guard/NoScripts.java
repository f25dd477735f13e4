package dev.parley.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Has no script engine for any language: rules live in decision tables, work in Java. */
class NoScripts implements ScriptEngineResolver {

	@Override
	public void addScriptEngineFactory(ScriptEngineFactory factory) {
		// the engine registers JUEL and FEEL here; neither runs as a script
	}

	@Override
	public ScriptEngineManager getScriptEngineManager() {
		throw refusal("any language");
	}

	@Override
	public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
		throw refusal("the language " + language);
	}

	private static UnsupportedOperationException refusal(String which) {
		return new UnsupportedOperationException("Parley runs no scripts, in %s.".formatted(which));
	}

}
