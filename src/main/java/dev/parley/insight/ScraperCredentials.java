package dev.parley.insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.util.StringUtils;

/**
 * The one pair of credentials that reads the metrics, and nothing else. They are no user:
 * people cannot read metrics with theirs.
 */
class ScraperCredentials implements AuthenticationProvider {

	private final byte[] user;

	private final byte @Nullable [] password;

	ScraperCredentials(MetricsProperties properties) {
		this.user = digest(properties.user());
		this.password = StringUtils.hasText(properties.password()) ? digest(properties.password()) : null;
	}

	/** Takes as long for a wrong answer as for the right one. */
	@Override
	public Authentication authenticate(Authentication caller) {
		boolean userMatches = MessageDigest.isEqual(digest(caller.getName()), this.user);
		boolean passwordMatches = this.password != null
				&& MessageDigest.isEqual(digest(String.valueOf(caller.getCredentials())), this.password);
		if (!(userMatches & passwordMatches)) {
			throw new BadCredentialsException("These credentials read no metrics");
		}
		return UsernamePasswordAuthenticationToken.authenticated(caller.getName(), null, AuthorityUtils.NO_AUTHORITIES);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static byte[] digest(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
