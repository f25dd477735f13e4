package dev.parley.identity;

import java.util.Arrays;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates users and groups in the engine where they are missing. */
@Component
class Directory {

	private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

	private final IdentityService identities;

	private final JdbcClient jdbc;

	Directory(IdentityService identities, JdbcClient jdbc) {
		this.identities = identities;
		this.jdbc = jdbc;
	}

	void ensureGroup(Office office) {
		if (this.identities.createGroupQuery().groupId(office.group()).count() == 0) {
			Group group = this.identities.newGroup(office.group());
			group.setName(office.label());
			group.setType("WORKFLOW");
			this.identities.saveGroup(group);
		}
	}

	/**
	 * Creates a user unless there is one with that id, and gives the office.
	 * @throws IdentityRefusal when the password breaks the policy
	 */
	void ensureUser(String id, String name, String password, Office office) {
		if (this.identities.createUserQuery().userId(id).count() == 0) {
			create(id, name, password);
		}
		if (this.identities.createUserQuery().userId(id).memberOfGroup(office.group()).count() == 0) {
			this.identities.createMembership(id, office.group());
		}
	}

	private void create(String id, String name, String password) {
		User user = this.identities.newUser(id);
		user.setFirstName(name);
		user.setLastName("");
		user.setPassword(password);
		try {
			this.identities.saveUser(user);
		}
		catch (ProcessEngineException ex) {
			throw new IdentityRefusal("The user %s cannot be created: %s".formatted(id, ex.getMessage()),
					"Choose a password of at least ten characters with a capital, a digit and a special character.");
		}
	}

	/** Whether somebody with a password is an administrator. */
	boolean hasLocalAdministrator() {
		return this.jdbc.sql("""
				select exists (select 1 from act_id_user u join act_id_membership m on m.user_id_ = u.id_
				                where m.group_id_ = ? and u.pwd_ is not null)""")
			.param(Office.ADMINISTRATOR.group())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Takes the offices from users who are not bound to an account of the provider, and
	 * cannot sign in. Else they would count as members of a committee, or as another who
	 * can decide.
	 */
	void dismissLocalUsers() {
		this.jdbc.sql("""
				select user_id_, group_id_ from act_id_membership
				 where group_id_ = any(:offices) and user_id_ not in (select user_id from person_subject)""")
			.param("offices", Arrays.stream(Office.values()).map(Office::group).toArray(String[]::new))
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.forEach((membership) -> {
				LOG.warn("The local user {} no longer holds the office {}: offices come from the identity provider",
						membership.getKey(), membership.getValue());
				this.identities.deleteMembership(membership.getKey(), membership.getValue());
			});
	}

}
