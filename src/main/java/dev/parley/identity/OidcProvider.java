package dev.parley.identity;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The provider as it describes itself. One that is down at the start does not keep Parley
 * down, whose deadlines go on; one that is another than configured does.
 */
@Component
@Conditional(PeopleSource.ProviderOn.class)
class OidcProvider implements ClientRegistrationRepository, SmartInitializingSingleton {

	static final String ID = "parley";

	private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

	private final OidcProperties properties;

	private volatile @Nullable ClientRegistration found;

	OidcProvider(IdentityProperties properties) {
		this.properties = properties.oidc();
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			this.found = discover();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			if (!(ex.getCause() instanceof RestClientException)) {
				throw new IdentityRefusal(
						"The OpenID Connect provider at %s does not describe itself as the issuer of that name: %s"
							.formatted(this.properties.issuer(), ex.getMessage()),
						"Set PARLEY_IDENTITY_OIDC_ISSUER to the address, letter by letter, that the provider gives as"
								+ " issuer in its .well-known/openid-configuration.");
			}
			LOG.warn("The OpenID Connect provider at {} cannot be reached: {}. Nobody can sign in until it can.",
					this.properties.issuer(), ex.getCause().getMessage());
		}
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		return ID.equals(id) ? registration() : null;
	}

	private ClientRegistration registration() {
		ClientRegistration known = this.found;
		if (known != null) {
			return known;
		}
		try {
			ClientRegistration discovered = discover();
			this.found = discovered;
			return discovered;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			LOG.warn("The OpenID Connect provider at {} cannot be reached", this.properties.issuer(), ex);
			throw new SignInRefused(HttpStatus.SERVICE_UNAVAILABLE,
					"The identity provider does not answer. Try again in some minutes, and tell the operator if it stays so.",
					ex);
		}
	}

	private ClientRegistration discover() {
		return ClientRegistrations.fromOidcIssuerLocation(String.valueOf(this.properties.issuer()))
			.registrationId(ID)
			.clientId(String.valueOf(this.properties.clientId()))
			.clientSecret(String.valueOf(this.properties.clientSecret()))
			.clientName(this.properties.name())
			.scope(this.properties.scopes())
			.clientSettings(ClientSettings.builder().requireProofKey(true).build())
			.build();
	}

}
