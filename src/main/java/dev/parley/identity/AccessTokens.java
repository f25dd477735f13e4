package dev.parley.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Signs in who calls with an access token that the provider made for this API. */
class AccessTokens implements AuthenticationProvider {

	private final ProvidedPeople people;

	private final OidcProperties properties;

	private final JwtDecoder decoder;

	AccessTokens(ProvidedPeople people, OidcProperties properties) {
		this.people = people;
		this.properties = properties;
		this.decoder = new SupplierJwtDecoder(() -> decoder(properties));
	}

	private static JwtDecoder decoder(OidcProperties properties) {
		String issuer = String.valueOf(properties.issuer());
		String audience = String.valueOf(properties.audience());
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer),
				new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
						(audiences) -> audiences != null && audiences.contains(audience))));
		return decoder;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		Jwt token = decode(((BearerTokenAuthenticationToken) request).getToken());
		Instant issuedAt = Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH);
		String user = this.people.admit(ClaimedPerson.of(token.getClaims(), issuedAt, this.properties));
		return new JwtAuthenticationToken(token, List.of(), user);
	}

	private Jwt decode(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (BadJwtException ex) {
			throw new InvalidBearerTokenException(String.valueOf(ex.getMessage()), ex);
		}
		catch (JwtException | JwtDecoderInitializationException ex) {
			throw new SignInRefused(HttpStatus.SERVICE_UNAVAILABLE,
					"The identity provider does not answer, so that access tokens cannot be checked. Try again in some minutes.",
					ex);
		}
	}

	@Override
	public boolean supports(Class<?> type) {
		return BearerTokenAuthenticationToken.class.isAssignableFrom(type);
	}

}
