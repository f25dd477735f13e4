package dev.parley.identity;

import dev.parley.settings.SettingRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of who people are.
 *
 * @param firstAdministrator the administrator made at the first start, while nobody is an
 * administrator
 * @param passwordIterations rounds of PBKDF2 with HMAC-SHA-512 for new passwords, 10000
 * (which the profile demo has) to 10000000; OWASP asks for 210000 at least. Each stored
 * hash carries its own number, so it can be raised at any time; a password gets the new
 * number when it is changed
 * @param oidc the OpenID Connect provider that people come from, if they come from one
 */
@ConfigurationProperties("parley.identity")
record IdentityProperties(@DefaultValue FirstAdministrator firstAdministrator,
		@DefaultValue("210000") int passwordIterations,
		@DefaultValue @NestedConfigurationProperty OidcProperties oidc) {

	private static final int FEWEST = 10_000;

	private static final int MOST = 10_000_000;

	IdentityProperties {
		if (passwordIterations < FEWEST || passwordIterations > MOST) {
			throw new SettingRefusal("parley.identity.password-iterations is %d, which is not from %d to %d."
				.formatted(passwordIterations, FEWEST, MOST), "Set a number of rounds, such as 210000.");
		}
	}

	/**
	 * The first administrator.
	 *
	 * @param id user id of the administrator who is made at the first start, while nobody
	 * is one; 1 to 64 letters, digits and the characters . _ @ -, the first a letter or
	 * digit. Ignored once there is an administrator
	 * @param password password of that administrator: at least ten characters, with a
	 * small letter, a capital, a digit and a special character. Ignored likewise
	 */
	record FirstAdministrator(@Nullable String id, @Nullable String password) {
	}

}
