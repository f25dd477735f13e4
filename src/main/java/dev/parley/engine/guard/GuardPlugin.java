package dev.parley.engine.guard;

import java.util.List;
import java.util.function.Supplier;

import dev.parley.identity.People;
import dev.parley.identity.PeopleSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the guards around the engine. */
@Component
@Order(10)
class GuardPlugin extends AbstractProcessEnginePlugin {

	private final ModelBeans beans;

	private final ModelGuard models;

	private final Sanction sanction;

	private final People people;

	private final PeopleSource source;

	GuardPlugin(ModelBeans beans, ModelGuard models, Sanction sanction, People people, PeopleSource source) {
		this.beans = beans;
		this.models = models;
		this.sanction = sanction;
		this.people = people;
		this.source = source;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setExpressionManager(new AllowedExpressionManager(this.beans));
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setEnableCmdExceptionLogging(false);
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setEnableExpressionsInStoredQueries(true);
		configuration.setCustomPreBPMNParseListeners(List.of(this.models));
		Supplier<@Nullable Authentication> caller = () -> configuration.getIdentityService().getCurrentAuthentication();
		configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalTranslator(),
				new CommandGate(this.sanction, caller), new OwnVariables(caller), new RetryOnConflict()));
		configuration.setCustomPostCommandInterceptorsTxRequired(
				List.of(new PeopleGuard(this.people, this.source, caller), new OwnVariablesOfFilters(caller)));
	}

}
