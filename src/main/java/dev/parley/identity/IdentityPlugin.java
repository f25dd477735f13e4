package dev.parley.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Sets up the engine's own users: slow hashes, a password policy, ids with hyphens. */
@Component
@DependsOnDatabaseInitialization
class IdentityPlugin extends AbstractProcessEnginePlugin {

	static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}";

	private final SlowPasswordHash passwordHash;

	private final boolean demo;

	IdentityPlugin(SlowPasswordHash passwordHash, Environment environment) {
		this.passwordHash = passwordHash;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setResourceAuthorizationProvider(new OwnUserGrants());
		configuration.setPasswordEncryptor(this.passwordHash);
		configuration.setEnablePasswordPolicy(!this.demo);
		configuration.setUserResourceWhitelistPattern(IDS);
		configuration.setGroupResourceWhitelistPattern(IDS);
	}

}
