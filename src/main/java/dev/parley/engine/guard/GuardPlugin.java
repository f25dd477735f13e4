package dev.parley.engine.guard;

import java.util.List;

import dev.parley.identity.People;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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

	GuardPlugin(ModelBeans beans, ModelGuard models, Sanction sanction, People people) {
		this.beans = beans;
		this.models = models;
		this.sanction = sanction;
		this.people = people;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setExpressionManager(new AllowedExpressionManager(this.beans));
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setEnableCmdExceptionLogging(false);
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setEnableExpressionsInStoredQueries(true);
		configuration.setCustomPreBPMNParseListeners(List.of(this.models));
		configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalTranslator(),
				new CommandGate(this.sanction, () -> configuration.getIdentityService().getCurrentAuthentication()),
				new RetryOnConflict()));
		configuration.setCustomPostCommandInterceptorsTxRequired(List.of(new MembershipGuard(this.people)));
	}

}
