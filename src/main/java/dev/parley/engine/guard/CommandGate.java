package dev.parley.engine.guard;

import java.util.Set;
import java.util.function.Supplier;

import dev.parley.submission.DutyRefused;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a signed-in caller run only listed commands, whatever API carries them and
 * whatever rights the caller has: reading, working on tasks, raising a risk, managing
 * users and failed jobs. Everything else would change a case past its process. Jobs,
 * delegates and Parley's own code are not callers.
 */
class CommandGate extends CommandInterceptor {

	private static final Logger LOG = LoggerFactory.getLogger(CommandGate.class);

	private static final Set<String> WORK = Set.of("ClaimTaskCmd", "AssignTaskCmd", "CompleteTaskCmd",
			"SubmitTaskFormCmd", "SubmitStartFormCmd", "StartProcessInstanceCmd");

	private static final Set<String> OWN_FILTERS = Set.of("CreateFilterCmd", "SaveFilterCmd", "DeleteFilterCmd");

	private static final Set<String> IDENTITY = Set.of("AuthorizationCheckCmd", "CheckPassword", "CreateUserCmd",
			"SaveUserCmd", "DeleteUserCmd", "UnlockUserCmd", "CreateGroupCmd", "SaveGroupCmd", "DeleteGroupCmd",
			"CreateMembershipCmd", "DeleteMembershipCmd", "CreateAuthorizationCommand", "SaveAuthorizationCmd",
			"DeleteAuthorizationCmd");

	private static final Set<String> REPAIR = Set.of("SetJobRetriesCmd", "SetAnnotationForIncidentCmd");

	private static final Set<String> JOB_EXECUTION = Set.of("ExecuteJobsCmd", "FailedJobListener");

	private final Sanction sanction;

	private final Supplier<@Nullable Authentication> caller;

	CommandGate(Sanction sanction, Supplier<@Nullable Authentication> caller) {
		this.sanction = sanction;
		this.caller = caller;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof DeployCmd && !this.sanction.isGiven()) {
			throw new DutyRefused("Models are deployed only from the folder that parley.models.location names,"
					+ " when Parley starts.");
		}
		if (Context.getCommandContext() == null && this.caller.get() != null && !isAllowed(command)) {
			throw refusal(command.getClass());
		}
		return this.next.execute(command);
	}

	private static boolean isAllowed(Command<?> command) {
		boolean harmful = command instanceof SetJobRetriesCmd retries && !CommandFields.isRepair(retries);
		return !harmful && isAllowed(command.getClass());
	}

	static boolean isAllowed(Class<?> type) {
		String name = type.getSimpleName();
		return isReading(name) || WORK.contains(name) || OWN_FILTERS.contains(name) || IDENTITY.contains(name)
				|| REPAIR.contains(name);
	}

	private static boolean isReading(String name) {
		return name.startsWith("Get") || name.startsWith("ExecuteFilter") || name.startsWith("Is")
				|| name.contains("Query") || name.equals("FindActiveActivityIdsCmd")
				|| name.equals("DetermineHistoryLevelCmd");
	}

	private static RuntimeException refusal(Class<?> type) {
		LOG.warn("Refused {} for a signed-in caller", type.getName());
		String reason = "This cannot be done by hand (%s). A case changes only by its tasks."
			.formatted(type.getSimpleName());
		// the REST layer turns all else into 500 when a job is executed
		return JOB_EXECUTION.contains(type.getSimpleName()) ? new AuthorizationException(reason)
				: new DutyRefused(reason);
	}

}
