package dev.parley.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs in the engine's own users. The engine counts wrong passwords and then refuses for
 * a growing number of seconds.
 */
@Component
@Conditional(PeopleSource.LocalUsersOn.class)
class LocalUsers implements AuthenticationProvider {

	private final IdentityService identities;

	private final JdbcClient jdbc;

	private final People people;

	private final RecentlyVerified verified;

	private final SlowPasswordHash passwordHash;

	private final Clock clock;

	private final String hashOfNobody;

	LocalUsers(IdentityService identities, JdbcClient jdbc, People people, RecentlyVerified verified,
			SlowPasswordHash passwordHash, Clock clock) {
		this.identities = identities;
		this.jdbc = jdbc;
		this.people = people;
		this.verified = verified;
		this.passwordHash = passwordHash;
		this.clock = clock;
		this.hashOfNobody = passwordHash.encrypt("nobody");
	}

	@Override
	public Authentication authenticate(Authentication request) {
		String user = request.getName();
		String password = String.valueOf(request.getCredentials());
		if (!isRight(user, password)) {
			throw new BadCredentialsException("Wrong user name or password, or locked for some seconds");
		}
		List<GrantedAuthority> authorities = this.people.groupsOf(user)
			.stream()
			.map((group) -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + group))
			.toList();
		return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
	}

	private boolean isRight(String user, String password) {
		Optional<StoredUser> stored = find(user);
		if (stored.isEmpty()) {
			// as slow as for a known name, so that names cannot be found out by time
			return this.passwordHash.check(password, this.hashOfNobody) && false;
		}
		String hash = stored.get().hash();
		if (!stored.get().isLocked(this.clock) && this.verified.contains(user, password, hash)) {
			return true;
		}
		boolean right = this.identities.checkPassword(user, password);
		if (right) {
			this.verified.add(user, password, hash);
		}
		return right;
	}

	private Optional<StoredUser> find(String user) {
		return this.jdbc.sql("select pwd_, lock_exp_time_ from act_id_user where id_ = ? and pwd_ is not null")
			.param(user)
			.query((row, number) -> new StoredUser(String.valueOf(row.getString(1)), row.getTimestamp(2)))
			.optional();
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

	private record StoredUser(String hash, @Nullable Timestamp lockedUntil) {

		boolean isLocked(Clock clock) {
			return this.lockedUntil != null && this.lockedUntil.toInstant().isAfter(clock.instant());
		}

	}

}
