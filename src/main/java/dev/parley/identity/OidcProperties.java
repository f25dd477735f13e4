package dev.parley.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of sign-in at an OpenID Connect provider. It is on when an issuer is set.
 *
 * @param issuer the provider's issuer, exactly as its tokens name it
 * @param clientId Parley's id at the provider
 * @param clientSecret Parley's secret at the provider
 * @param name how people call the provider: "Sign in with …"
 * @param scopes what is asked for at the provider
 * @param userClaim the claim that becomes the user id at a person's first sign-in
 * @param groupsClaim the claim with the person's groups; dots lead into nested claims
 * @param groupPrefix stands before the id of an office in the provider's groups
 * @param offices for an office, the provider's groups that give it, in place of its own
 * id
 * @param audience the audience of access tokens that systems send; none are taken without
 * it
 * @param sessionLifetime how long a session lasts at most
 * @param adoptLocalUsers whether a person may take over the local user of the same id
 */
record OidcProperties(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret,
		@DefaultValue("your organisation's account") String name, @DefaultValue( {
				"openid", "profile", "email" }) Set<String> scopes,
		@DefaultValue("preferred_username") String userClaim, @DefaultValue("groups") String groupsClaim,
		@DefaultValue("") String groupPrefix, @DefaultValue Map<String, List<String>> offices,
		@Nullable String audience, @DefaultValue("8h") Duration sessionLifetime,
		@DefaultValue("false") boolean adoptLocalUsers){

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	boolean isOn() {
		return StringUtils.hasText(this.issuer);
	}

	boolean takesAccessTokens() {
		return StringUtils.hasText(this.audience);
	}

	/** The offices that groups of the provider give. Unknown groups give none. */
	Set<String> officesOf(Collection<String> groups) {
		return Arrays.stream(Office.values())
			.filter((office) -> groupsFor(office).anyMatch(groups::contains))
			.map(Office::group)
			.collect(Collectors.toUnmodifiableSet());
	}

	private Stream<String> groupsFor(Office office) {
		return this.offices.entrySet()
			.stream()
			.filter((entry) -> names(entry.getKey(), office))
			.findFirst()
			.map((entry) -> entry.getValue().stream())
			.orElseGet(() -> Stream.of(this.groupPrefix + office.group()));
	}

	/** Environment variables spell {@code risk-owner} as {@code riskowner}. */
	private static boolean names(String key, Office office) {
		return key.toLowerCase(Locale.ROOT).replace("-", "").equals(office.group().replace("-", ""));
	}

	/**
	 * Checks what can be checked before anything is started.
	 * @throws IdentityRefusal with the first thing that is wrong
	 */
	void check(boolean demo) {
		if (!isOn()) {
			refuseIf(StringUtils.hasText(this.clientId) || StringUtils.hasText(this.clientSecret),
					"A client of an OpenID Connect provider is configured, but not the provider.",
					"Set PARLEY_IDENTITY_OIDC_ISSUER, or remove the other settings of parley.identity.oidc.");
			return;
		}
		refuseIf(demo, "The profile demo has users with known passwords, and does not go together with a provider.",
				"Start without the profile demo, or without parley.identity.oidc.issuer.");
		refuseIf(!isSafe(),
				"The issuer %s of the OpenID Connect provider is not an https address.".formatted(this.issuer),
				"Set PARLEY_IDENTITY_OIDC_ISSUER to the address that the provider gives as issuer."
						+ " Only a provider on this machine may have an http address.");
		checkClient();
		checkClaims();
	}

	private void checkClient() {
		refuseIf(!StringUtils.hasText(this.clientId) || !StringUtils.hasText(this.clientSecret),
				"Sign-in at %s has no client id or no client secret.".formatted(this.issuer),
				"Register Parley at the provider, and set PARLEY_IDENTITY_OIDC_CLIENTID and"
						+ " PARLEY_IDENTITY_OIDC_CLIENTSECRET.");
		refuseIf(!this.scopes.contains("openid"), "The scopes %s lack openid.".formatted(this.scopes),
				"Add openid to parley.identity.oidc.scopes.");
		refuseIf(takesAccessTokens() && String.valueOf(this.audience).equals(this.clientId),
				"The audience of access tokens is the client id %s, so that tokens made for sign-in would open the API."
					.formatted(this.clientId),
				"Give the API an audience of its own at the provider, and set it in parley.identity.oidc.audience.");
	}

	private void checkClaims() {
		Optional<String> unknown = this.offices.keySet()
			.stream()
			.filter((key) -> EnumSet.allOf(Office.class).stream().noneMatch((office) -> names(key, office)))
			.findFirst();
		refuseIf(unknown.isPresent(),
				"parley.identity.oidc.offices names %s, which is no office of Parley.".formatted(unknown.orElse("")),
				"The offices are %s."
					.formatted(Arrays.stream(Office.values()).map(Office::group).collect(Collectors.joining(", "))));
		refuseIf(!StringUtils.hasText(this.userClaim) || !StringUtils.hasText(this.groupsClaim),
				"The claim with the user id or with the groups has no name.",
				"Set parley.identity.oidc.user-claim and parley.identity.oidc.groups-claim, or leave them out.");
		refuseIf(this.sessionLifetime.compareTo(Duration.ofMinutes(1)) < 0,
				"A session would last %s.".formatted(this.sessionLifetime),
				"Set parley.identity.oidc.session-lifetime to a minute at least, such as 8h.");
	}

	private boolean isSafe() {
		try {
			URI address = URI.create(String.valueOf(this.issuer));
			return "https".equals(address.getScheme())
					|| ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost())));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static void refuseIf(boolean wrong, String reason, String wayOut) {
		if (wrong) {
			throw new IdentityRefusal(reason, wayOut);
		}
	}

}
