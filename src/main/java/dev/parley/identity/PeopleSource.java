package dev.parley.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Where people come from: Parley's own users, or an OpenID Connect provider, never both.
 *
 * @param provider how people call the provider, or null with local users
 * @param takesAccessTokens whether systems call with access tokens of the provider
 */
public record PeopleSource(@Nullable String provider, boolean takesAccessTokens) {

	/** Whether people are Parley's own users, with passwords. */
	public boolean isLocal() {
		return this.provider == null;
	}

	private static boolean hasProvider(Environment environment) {
		return StringUtils.hasText(environment.getProperty("parley.identity.oidc.issuer"));
	}

	/** With local users. */
	static class LocalUsersOn implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !hasProvider(context.getEnvironment());
		}

	}

	/** With a provider. */
	static class ProviderOn implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return hasProvider(context.getEnvironment());
		}

	}

}
