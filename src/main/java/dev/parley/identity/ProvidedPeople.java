package dev.parley.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes people over from the provider: at each sign-in, and the offices also with an
 * access token that says something new of them. Who a person is hangs on the provider's
 * subject, never on a name.
 */
@Component
@Conditional(PeopleSource.ProviderOn.class)
class ProvidedPeople {

	private static final Logger LOG = LoggerFactory.getLogger(ProvidedPeople.class);

	private static final long LOCK = 0x70656f706c65L;

	private static final String[] OFFICES = Arrays.stream(Office.values()).map(Office::group).toArray(String[]::new);

	private final IdentityService identities;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final SubjectBinding binding;

	private final Clock clock;

	ProvidedPeople(IdentityService identities, JdbcClient jdbc, TransactionOperations transactions,
			SubjectBinding binding, Clock clock) {
		this.identities = identities;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.binding = binding;
		this.clock = clock;
	}

	/**
	 * Lets a person in.
	 * @return the user id
	 * @throws SignInRefused with the reason
	 */
	String admit(ClaimedPerson said) {
		KnownPerson person = takenOver(said);
		person.objection().ifPresent((reason) -> {
			throw new SignInRefused(HttpStatus.FORBIDDEN, reason);
		});
		return person.userId();
	}

	private KnownPerson takenOver(ClaimedPerson said) {
		try {
			return find(said).filter((known) -> known.isUpToDateWith(said))
				.orElseGet(() -> Objects.requireNonNull(this.transactions.execute((status) -> takeOver(said))));
		}
		catch (DataAccessException | ProcessEngineException ex) {
			LOG.error("A person of the identity provider cannot be taken over", ex);
			throw new SignInRefused(HttpStatus.INTERNAL_SERVER_ERROR,
					"Something went wrong on our side. Try again, and tell the operator if it happens again.", ex);
		}
	}

	private KnownPerson takeOver(ClaimedPerson said) {
		this.jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(LOCK).query(Integer.class).single();
		if (find(said).isEmpty()) {
			this.binding.bind(said);
		}
		KnownPerson known = find(said).orElseThrow();
		if (known.isUpToDateWith(said)) {
			return known;
		}
		saveUser(known.userId(), said);
		if (said.offices() != null) {
			saveOffices(known, said.offices(), said);
		}
		return find(said).orElseThrow();
	}

	/**
	 * Access tokens often name people otherwise than sign-ins do, so theirs count only
	 * for somebody new.
	 */
	private void saveUser(String id, ClaimedPerson said) {
		User present = this.identities.createUserQuery().userId(id).singleResult();
		if (present != null && !said.atSignIn()) {
			return;
		}
		User user = (present != null) ? present : this.identities.newUser(id);
		user.setFirstName(
				Objects.requireNonNullElse(said.first(), Objects.requireNonNullElse(user.getFirstName(), "")));
		user.setLastName(Objects.requireNonNullElse(said.last(), Objects.requireNonNullElse(user.getLastName(), "")));
		user.setEmail((said.email() != null) ? said.email() : user.getEmail());
		this.identities.saveUser(user);
	}

	/**
	 * An office that was taken away here, while the provider gives it, does not come back
	 * with an access token.
	 */
	private void saveOffices(KnownPerson known, Set<String> claimed, ClaimedPerson said) {
		Set<String> permitted = KnownPerson.permitted(claimed);
		Set<String> settled = said.atSignIn() ? Set.of() : known.permitted();
		known.holds()
			.stream()
			.filter((office) -> !permitted.contains(office))
			.forEach((office) -> this.identities.deleteMembership(known.userId(), office));
		permitted.stream()
			.filter((office) -> !known.holds().contains(office) && !settled.contains(office))
			.forEach((office) -> this.identities.createMembership(known.userId(), office));
		this.jdbc.sql("insert into offices_claimed (user_id, offices, issued_at, recorded_at) values (?, ?, ?, ?)")
			.params(known.userId(), claimed.stream().sorted().toArray(String[]::new),
					OffsetDateTime.ofInstant(said.issuedAt(), ZoneOffset.UTC), OffsetDateTime.now(this.clock))
			.update();
		LOG.info("The identity provider gives {} the offices {}", known.userId(), claimed);
	}

	private Optional<KnownPerson> find(ClaimedPerson said) {
		return this.jdbc.sql("""
				select s.user_id, u.first_, u.last_, u.email_, c.offices, c.issued_at,
				       array(select m.group_id_ from act_id_membership m
				              where m.user_id_ = s.user_id and m.group_id_ = any(:offices)) as holds
				  from person_subject s
				  left join act_id_user u on u.id_ = s.user_id
				  left join lateral (select o.offices, o.issued_at from offices_claimed o
				                      where o.user_id = s.user_id
				                      order by o.offices_claimed_id desc limit 1) c on true
				 where s.issuer = :issuer and s.subject = :subject""")
			.param("offices", OFFICES)
			.param("issuer", said.issuer())
			.param("subject", said.subject())
			.query((row, number) -> known(row))
			.optional();
	}

	private static KnownPerson known(ResultSet row) throws SQLException {
		Timestamp claimedAt = row.getTimestamp("issued_at");
		return new KnownPerson(row.getString("user_id"), row.getString("first_"), row.getString("last_"),
				row.getString("email_"), Objects.requireNonNull(set(row.getArray("holds"))),
				set(row.getArray("offices")), (claimedAt != null) ? claimedAt.toInstant() : null);
	}

	private static @Nullable Set<String> set(@Nullable Array array) throws SQLException {
		return (array != null) ? Set.of((String[]) array.getArray()) : null;
	}

}
