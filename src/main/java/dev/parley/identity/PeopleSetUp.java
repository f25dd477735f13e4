package dev.parley.identity;

import java.util.Arrays;

import dev.parley.database.StartUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * At each start: the groups and their grants, the demo's users, the first administrator.
 * With a provider, offices come only from it.
 */
@Component
class PeopleSetUp implements SmartInitializingSingleton {

	private final StartUp startUp;

	private final Directory directory;

	private final Grants grants;

	private final TasklistFilters filters;

	private final ObjectProvider<DemoUsers> demo;

	private final IdentityProperties properties;

	private final PeopleSource source;

	PeopleSetUp(StartUp startUp, Directory directory, Grants grants, TasklistFilters filters,
			ObjectProvider<DemoUsers> demo, IdentityProperties properties, PeopleSource source) {
		this.startUp = startUp;
		this.directory = directory;
		this.grants = grants;
		this.filters = filters;
		this.demo = demo;
		this.properties = properties;
		this.source = source;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.startUp.run(this::setUp);
	}

	private void setUp() {
		Arrays.stream(Office.values()).forEach(this.directory::ensureGroup);
		this.demo.ifAvailable((users) -> users.all().forEach(this::ensureUser));
		if (this.source.isLocal()) {
			ensureAdministrator();
		}
		else {
			this.directory.dismissLocalUsers();
		}
		this.grants.ensure();
		this.filters.ensure();
	}

	private void ensureUser(DemoUsers.DemoUser user) {
		this.directory.ensureUser(user.id(), user.role(), DemoUsers.PASSWORD, user.office());
	}

	private void ensureAdministrator() {
		if (this.directory.hasLocalAdministrator()) {
			return;
		}
		String id = this.properties.firstAdministrator().id();
		String password = this.properties.firstAdministrator().password();
		if (!StringUtils.hasText(id) || !StringUtils.hasText(password)) {
			throw new IdentityRefusal("Nobody is an administrator yet, and none is configured.",
					"Set PARLEY_IDENTITY_FIRSTADMINISTRATOR_ID and PARLEY_IDENTITY_FIRSTADMINISTRATOR_PASSWORD"
							+ " for the first start.");
		}
		this.directory.ensureUser(id, "Administrator", password, Office.ADMINISTRATOR);
	}

}
