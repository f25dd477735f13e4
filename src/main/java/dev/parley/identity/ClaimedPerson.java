package dev.parley.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a token of the provider says of a person.
 *
 * @param issuer the provider
 * @param subject what the provider never gives to another person
 * @param userId the user id asked for; null if the token names none
 * @param first given name, or the whole one; null if the token has neither
 * @param last family name, empty where the name does not come in parts; null if the token
 * has no name
 * @param email address
 * @param offices the offices that the groups give; null if the token says nothing of
 * groups
 * @param issuedAt when the provider said so
 * @param atSignIn whether the person signs in, rather than calls with an access token
 */
record ClaimedPerson(String issuer, String subject, @Nullable String userId, @Nullable String first,
		@Nullable String last, @Nullable String email, @Nullable Set<String> offices, Instant issuedAt,
		boolean atSignIn) {

	private static final int LONGEST_NAME = 255;

	/**
	 * Reads the claims of an access token.
	 * @throws SignInRefused when they name no subject
	 */
	static ClaimedPerson of(Map<String, Object> claims, Instant issuedAt, OidcProperties properties) {
		String given = text(claims, "given_name");
		String first = (given != null) ? given : text(claims, "name");
		String family = (given != null) ? text(claims, "family_name") : null;
		return new ClaimedPerson(String.valueOf(properties.issuer()), subject(claims),
				text(claims, properties.userClaim()), first,
				(first != null) ? Objects.requireNonNullElse(family, "") : null, text(claims, "email"),
				groups(claims, properties.groupsClaim()).map(properties::officesOf).orElse(null), issuedAt, false);
	}

	/** The same at a sign-in, where no word on groups means that there are none. */
	ClaimedPerson signingIn() {
		return new ClaimedPerson(this.issuer, this.subject, this.userId, this.first, this.last, this.email,
				Objects.requireNonNullElse(this.offices, Set.of()), this.issuedAt, true);
	}

	private static String subject(Map<String, Object> claims) {
		String subject = text(claims, "sub");
		if (subject == null) {
			throw new SignInRefused(HttpStatus.UNAUTHORIZED, "The token names no subject (claim sub).");
		}
		return subject;
	}

	private static @Nullable String text(Map<String, Object> claims, String name) {
		if (!(claims.get(name) instanceof String text)) {
			return null;
		}
		String clean = text.replaceAll("\\p{Cntrl}", "").strip();
		return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
	}

	private static Optional<List<String>> groups(Map<?, ?> claims, String name) {
		Object value = claims.get(name);
		int dot = name.indexOf('.');
		if (value == null && dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> nested) {
			return groups(nested, name.substring(dot + 1));
		}
		if (value instanceof Collection<?> values) {
			return Optional.of(values.stream().map(String::valueOf).toList());
		}
		return (value instanceof String single) ? Optional.of(List.of(single)) : Optional.empty();
	}

}
