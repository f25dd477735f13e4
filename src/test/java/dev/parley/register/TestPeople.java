package dev.parley.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parley.identity.Office;
import dev.parley.identity.People;

/** People of whom nothing is known but their id. */
final class TestPeople implements People {

	@Override
	public Set<String> groupsOf(String userId) {
		return Set.of();
	}

	@Override
	public List<String> membersOf(String group) {
		return List.of();
	}

	@Override
	public Map<Office, Set<String>> holders() {
		return Map.of();
	}

	@Override
	public String nameOf(String userId) {
		return userId;
	}

	@Override
	public Map<String, String> namesOf(Collection<String> userIds) {
		return userIds.stream().distinct().collect(Collectors.toMap(Function.identity(), Function.identity()));
	}

	@Override
	public List<Owner> ownersToOffer(String group) {
		return List.of();
	}

	@Override
	public boolean exists(String id) {
		return true;
	}

}
