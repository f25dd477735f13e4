package dev.parley.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClaimedPersonTest {

	@Test
	void readsGroupsInNestedClaimsAndSingleOnes() {
		assertThat(person("realm_access.roles",
				Map.of("sub", "1", "realm_access", Map.of("roles", List.of("cio", "offline_access"))))
			.offices()).isEqualTo(Set.of("cio"));
		assertThat(person("https://example.org/groups", Map.of("sub", "1", "https://example.org/groups", "auditor"))
			.offices()).isEqualTo(Set.of("auditor"));
	}

	@Test
	void tellsNoWordOnGroupsFromNoGroups() {
		assertThat(person("groups", Map.of("sub", "1")).offices()).isNull();
		assertThat(person("groups", Map.of("sub", "1")).signingIn().offices()).isEmpty();
		assertThat(person("groups", Map.of("sub", "1", "groups", List.of())).offices()).isEmpty();
	}

	@Test
	void takesTheWholeNameWhereItDoesNotComeInParts() {
		ClaimedPerson person = person("groups", Map.of("sub", "1", "name", "Kim Sato", "family_name", "Sato"));

		assertThat(person.first()).isEqualTo("Kim Sato");
		assertThat(person.last()).isEmpty();
		assertThat(person("groups", Map.of("sub", "1", "given_name", "Kim")).last()).isEmpty();
		assertThat(person("groups", Map.of("sub", "1", "family_name", "Sato")).last()).isNull();
	}

	@Test
	void keepsWhatNoColumnTakesOutOfNames() {
		ClaimedPerson person = person("groups",
				Map.of("sub", "1", "given_name", "K\u0000i\nm", "family_name", "x".repeat(400), "email", 7));

		assertThat(person.first()).isEqualTo("Kim");
		assertThat(person.last()).hasSize(255);
		assertThat(person.email()).isNull();
	}

	@Test
	void refusesATokenThatNamesNobody() {
		assertThatExceptionOfType(SignInRefused.class).isThrownBy(() -> person("groups", Map.of("groups", "cio")))
			.withMessageContaining("no subject");
	}

	private static ClaimedPerson person(String groupsClaim, Map<String, Object> claims) {
		OidcProperties properties = new Binder(
				new MapConfigurationPropertySource(Map.of("oidc.groups-claim", groupsClaim)))
			.bindOrCreate("oidc", OidcProperties.class);
		return ClaimedPerson.of(claims, Instant.EPOCH, properties);
	}

}
