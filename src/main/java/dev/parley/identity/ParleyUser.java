package dev.parley.identity;

import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody who signed in at the provider, under the user id that Parley knows. */
class ParleyUser extends DefaultOidcUser {

	private static final long serialVersionUID = 1L;

	private final String userId;

	private final Instant since;

	ParleyUser(String userId, Instant since, Collection<? extends GrantedAuthority> authorities, OidcUser user) {
		super(authorities, user.getIdToken(), user.getUserInfo());
		this.userId = userId;
		this.since = since;
	}

	@Override
	public String getName() {
		return this.userId;
	}

	/** When the person signed in. */
	Instant since() {
		return this.since;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other);
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

}
