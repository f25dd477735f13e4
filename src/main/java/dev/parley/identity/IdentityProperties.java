package dev.parley.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of local users.
 *
 * @param firstAdministrator made at the first start, while nobody is an administrator
 * @param passwordIterations rounds of PBKDF2 with HMAC-SHA-512 for new passwords; OWASP
 * asks for 210,000 at least
 */
@ConfigurationProperties("parley.identity")
record IdentityProperties(@DefaultValue FirstAdministrator firstAdministrator,
		@DefaultValue("210000") int passwordIterations) {

	/**
	 * The first administrator.
	 *
	 * @param id user id
	 * @param password password, bound by the password policy
	 */
	record FirstAdministrator(@Nullable String id, @Nullable String password) {
	}

}
