package dev.parley.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads people from the engine's identity tables, past its permission checks. */
@Component
class EnginePeople implements People {

	private static final int NAMES_KEPT = 1000;

	private final JdbcClient jdbc;

	private final Cache<String, String> names = Caffeine.newBuilder()
		.maximumSize(NAMES_KEPT)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	EnginePeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> groupsOf(String userId) {
		return this.jdbc.sql("select group_id_ from act_id_membership where user_id_ = ?")
			.param(userId)
			.query(String.class)
			.set();
	}

	@Override
	public List<String> membersOf(String group) {
		return this.jdbc.sql("select user_id_ from act_id_membership where group_id_ = ? order by user_id_")
			.param(group)
			.query(String.class)
			.list();
	}

	@Override
	public Map<Office, Set<String>> holders() {
		Map<Office, Set<String>> holders = new EnumMap<>(Office.class);
		this.jdbc.sql("select group_id_, user_id_ from act_id_membership where group_id_ = any(?)")
			.param(Arrays.stream(Office.values()).map(Office::group).toArray(String[]::new))
			.query((row) -> {
				holders
					.computeIfAbsent(Office.ofGroup(row.getString("group_id_")).orElseThrow(),
							(office) -> new HashSet<>())
					.add(row.getString("user_id_"));
			});
		return holders;
	}

	@Override
	public boolean exists(String id) {
		return this.jdbc.sql("""
				select exists (select 1 from act_id_user where id_ = :id)
				    or exists (select 1 from act_id_group where id_ = :id)""")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	@Override
	public String nameOf(String userId) {
		return namesOf(Set.of(userId)).getOrDefault(userId, userId);
	}

	@Override
	public Map<String, String> namesOf(Collection<String> userIds) {
		return this.names.getAll(userIds, this::readNames);
	}

	private Map<String, String> readNames(Set<? extends String> userIds) {
		Map<String, String> read = new HashMap<>();
		userIds.forEach((id) -> read.put(id, id.equals(SYSTEM) ? "Parley (system)" : id));
		this.jdbc.sql("""
				select id_, trim(coalesce(first_, '') || ' ' || coalesce(last_, '')) || ' (' || id_ || ')' as name
				  from act_id_user
				 where id_ = any(:ids) and trim(coalesce(first_, '') || coalesce(last_, '')) <> ''""")
			.param("ids", userIds.toArray(String[]::new))
			.query((row) -> {
				read.put(row.getString("id_"), row.getString("name"));
			});
		return read;
	}

	@Override
	public List<Owner> ownersToOffer(String group) {
		Stream<Owner> offices = Arrays.stream(Office.values())
			.filter((office) -> office != Office.AUDITOR && office != Office.ADMINISTRATOR)
			.map((office) -> new Owner(office.group(), office.label() + " (office)"));
		return Stream.concat(offices, members(group)).toList();
	}

	private Stream<Owner> members(String group) {
		return this.jdbc.sql("""
				select u.id_ as id, trim(coalesce(u.first_, '') || ' ' || coalesce(u.last_, '')) as name
				  from act_id_user u join act_id_membership m on m.user_id_ = u.id_
				 where m.group_id_ = :group
				   and not exists (select 1 from act_id_group g where g.id_ = u.id_)
				 order by u.id_""")
			.param("group", group)
			.query((row, number) -> new Owner(row.getString("id"), label(row.getString("name"), row.getString("id"))))
			.list()
			.stream();
	}

	private static String label(String name, String id) {
		return Stream.of(name, id).filter((part) -> !part.isBlank()).distinct().collect(Collectors.joining(", "));
	}

}
