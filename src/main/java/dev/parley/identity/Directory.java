package dev.parley.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Creates users and groups in the engine where they are missing; changes none. */
@Component
class Directory {

	private final IdentityService identities;

	Directory(IdentityService identities) {
		this.identities = identities;
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

	boolean hasMember(Office office) {
		return this.identities.createUserQuery().memberOfGroup(office.group()).count() > 0;
	}

}
