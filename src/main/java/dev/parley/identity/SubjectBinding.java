package dev.parley.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives a subject of the provider its user id, once and for good: names are renamed and
 * given to others, and what somebody did in a case must stay that person's.
 */
@Component
@Conditional(PeopleSource.ProviderOn.class)
class SubjectBinding {

	private static final Pattern ID = Pattern.compile(IdentityPlugin.IDS);

	private final JdbcClient jdbc;

	private final PastActs acts;

	private final OidcProperties properties;

	private final Clock clock;

	SubjectBinding(JdbcClient jdbc, PastActs acts, IdentityProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.acts = acts;
		this.properties = properties.oidc();
		this.clock = clock;
	}

	/**
	 * Binds a person who is new.
	 * @throws SignInRefused when the user id is missing, unfit or somebody else's
	 */
	void bind(ClaimedPerson person) {
		String id = wanted(person);
		if (exists("select user_id from person_subject where lower(user_id) = lower(?)", id).isPresent()) {
			throw refusal(("The user id %s belongs to another account of the identity provider, which was here before."
					+ " Its administrators have to give you another name; if both accounts are you,"
					+ " the operator can move your user id to the new one.")
				.formatted(id));
		}
		Optional<String> local = exists("select id_ from act_id_user where lower(id_) = lower(?)", id);
		if (local.isPresent() && !this.properties.adoptLocalUsers()) {
			throw refusal(
					("There is a local user %s from before the identity provider, and nobody has said that it is you."
							+ " Ask the operator, who can let people take over local users of the same name.")
						.formatted(local.get()));
		}
		if (local.isEmpty() && this.acts.actedBefore(id)) {
			throw refusal(("The user id %s belongs to somebody who acted in cases and is no longer a user of Parley."
					+ " The identity provider's administrators have to give you another name;"
					+ " if it was you, the operator can bind the user id to your account.")
				.formatted(id));
		}
		this.jdbc.sql("insert into person_subject (issuer, subject, user_id, bound_at) values (?, ?, ?, ?)")
			.params(person.issuer(), person.subject(), local.orElse(id), OffsetDateTime.now(this.clock))
			.update();
	}

	private String wanted(ClaimedPerson person) {
		String id = person.userId();
		if (id == null) {
			throw refusal("The identity provider names no user id (claim %s). Ask its administrators to hand it on."
				.formatted(this.properties.userClaim()));
		}
		if (!ID.matcher(id).matches() || id.equalsIgnoreCase(People.SYSTEM)) {
			throw refusal(("The identity provider names you \"%s\" (claim %s), which cannot be a user id."
					+ " Up to 64 letters, digits, dots, hyphens, underscores and @ can, but not \"%s\".")
				.formatted(id, this.properties.userClaim(), People.SYSTEM));
		}
		return id;
	}

	private Optional<String> exists(String query, String id) {
		return this.jdbc.sql(query).param(id).query(String.class).optional();
	}

	private static SignInRefused refusal(String reason) {
		return new SignInRefused(HttpStatus.FORBIDDEN, reason);
	}

}
