package dev.parley.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * What each office may do in the engine. Rights on a task come to its candidates by
 * themselves. What administrators may do with a case is bounded by the command gate.
 */
@Component
class Grants {

	private static final Set<Office> PARTICIPANTS = EnumSet.of(Office.REQUESTER, Office.CIO, Office.CISO,
			Office.RISK_OWNER, Office.COMMITTEE_MEMBER, Office.COMMITTEE_CHAIR, Office.CRO, Office.EXECUTIVE_SPONSOR);

	private static final String ANY = Authorization.ANY;

	private final AuthorizationService authorizations;

	Grants(AuthorizationService authorizations) {
		this.authorizations = authorizations;
	}

	void ensure() {
		PARTICIPANTS.forEach((office) -> {
			ensure(office, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			ensure(office, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
		});
		PARTICIPANTS.stream().filter(Office::mayRaise).forEach((office) -> {
			ensure(office, Resources.PROCESS_DEFINITION, "RiskDecision", ProcessDefinitionPermissions.READ,
					ProcessDefinitionPermissions.CREATE_INSTANCE);
			ensure(office, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
		});
		ensureProcessOwner();
		ensureAuditor();
		Arrays.stream(Resources.values())
			.forEach((resource) -> ensure(Office.ADMINISTRATOR, resource, ANY, Permissions.ALL));
	}

	private void ensureProcessOwner() {
		Office office = Office.PROCESS_OWNER;
		ensure(office, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		ensure(office, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
		ensure(office, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
		ensure(office, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
		ensure(office, Resources.DEPLOYMENT, ANY, Permissions.READ);
	}

	private void ensureAuditor() {
		Office office = Office.AUDITOR;
		ensure(office, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		ensure(office, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
		ensure(office, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ,
				ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY,
				ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE);
		ensure(office, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.READ);
		ensure(office, Resources.TASK, ANY, TaskPermissions.READ);
		ensure(office, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
		ensure(office, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
		ensure(office, Resources.DEPLOYMENT, ANY, Permissions.READ);
		ensure(office, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
		ensure(office, Resources.USER, ANY, Permissions.READ);
		ensure(office, Resources.GROUP, ANY, Permissions.READ);
	}

	/** Grants exactly these permissions; run again, it changes nothing. */
	void ensure(Office office, Resource resource, String resourceId, Permission... permissions) {
		List<Authorization> present = this.authorizations.createAuthorizationQuery()
			.groupIdIn(office.group())
			.resourceType(resource)
			.resourceId(resourceId)
			.list();
		Authorization grant = present.isEmpty()
				? this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : present.get(0);
		grant.setGroupId(office.group());
		grant.setResource(resource);
		grant.setResourceId(resourceId);
		grant.setPermissions(permissions);
		this.authorizations.saveAuthorization(grant);
	}

}
