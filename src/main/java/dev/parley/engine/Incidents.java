package dev.parley.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the job executor gave up: jobs that failed at every try, and hold their case until
 * an administrator has them tried again.
 */
@Component
public class Incidents {

	/** Longest note, in characters: the engine's column. */
	public static final int NOTE_LENGTH = 4000;

	private static final int GONE = 404;

	private final JdbcClient jdbc;

	private final RepositoryService repository;

	private final ManagementService management;

	private final RuntimeService runtime;

	private final CallerScope callers;

	Incidents(JdbcClient jdbc, RepositoryService repository, ManagementService management, RuntimeService runtime,
			CallerScope callers) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.management = management;
		this.runtime = runtime;
		this.callers = callers;
	}

	/** How many there are. */
	public long count() {
		return this.jdbc.sql("select count(*) from act_ru_incident where id_ = root_cause_incident_id_")
			.query(Long.class)
			.single();
	}

	/**
	 * The newest, or those that follow the one with the given id. An incident shows once,
	 * where it arose, not again at each process that called that one.
	 */
	public List<Incident> newest(@Nullable String after, int limit) {
		return this.jdbc.sql("""
				select i.id_, i.incident_type_ as type, i.incident_timestamp_ as at, i.incident_msg_ as message,
				       i.annotation_ as note, i.proc_def_id_ as definition, d.key_ as process, d.name_ as name,
				       d.version_ as version, coalesce(i.failed_activity_id_, i.activity_id_) as element,
				       p.business_key_ as case_id, j.id_ as job, j.retries_ as retries,
				       convert_from(b.bytes_, 'UTF8') as trace
				  from act_ru_incident i
				  left join act_re_procdef d on d.id_ = i.proc_def_id_
				  left join act_hi_procinst p on p.id_ = i.proc_inst_id_
				  left join act_ru_job j on j.id_ = i.configuration_ and i.incident_type_ = 'failedJob'
				  left join act_ge_bytearray b on b.id_ = j.exception_stack_id_
				 where i.id_ = i.root_cause_incident_id_
				   and (cast(:after as text) is null
				     or (i.incident_timestamp_, i.id_) < (select k.incident_timestamp_, k.id_ from act_ru_incident k
				                                           where k.id_ = :after))
				 order by i.incident_timestamp_ desc, i.id_ desc
				 limit :limit""")
			.param("after", after)
			.param("limit", limit)
			.query((row, number) -> incident(row))
			.list();
	}

	private Incident incident(ResultSet row) throws SQLException {
		String process = row.getString("process");
		String name = row.getString("name");
		int version = row.getInt("version");
		int retries = row.getInt("retries");
		return new Incident(row.getString("id_"), row.getString("type"), row.getTimestamp("at").toInstant(),
				row.getString("case_id"), (name != null) ? name : process, (process != null) ? version : null,
				label(row.getString("definition"), row.getString("element")), row.getString("message"),
				row.getString("trace"), row.getString("note"), (row.getString("job") != null) ? retries : null);
	}

	/** Read from the model that the engine holds in memory. */
	private @Nullable String label(@Nullable String definition, @Nullable String element) {
		if (definition == null || element == null) {
			return element;
		}
		return this.repository.getBpmnModelInstance(definition)
			.getModelElementById(element) instanceof FlowElement found && found.getName() != null ? found.getName()
					: element;
	}

	/**
	 * Has the job of an incident tried once more, in the administrator's name.
	 * @return whether the incident was still there
	 */
	public boolean retry(String incidentId, String administrator) {
		Optional<String> job = this.jdbc.sql("""
				select j.id_ from act_ru_incident i
				  join act_ru_job j on j.id_ = i.configuration_
				 where i.id_ = ? and i.incident_type_ = 'failedJob'""")
			.param(incidentId)
			.query(String.class)
			.optional();
		return job.isPresent() && isDone(administrator, () -> this.management.setJobRetries(job.get(), 1));
	}

	/**
	 * Notes something at an incident, or takes the note away, in the administrator's
	 * name.
	 * @param note at most {@link #NOTE_LENGTH} characters; blank for none
	 * @return whether the incident was still there
	 */
	public boolean annotate(String incidentId, String note, String administrator) {
		boolean known = this.jdbc.sql("select exists (select 1 from act_ru_incident where id_ = ?)")
			.param(incidentId)
			.query(Boolean.class)
			.single();
		return known && isDone(administrator, () -> {
			if (note.isBlank()) {
				this.runtime.clearAnnotationForIncidentById(incidentId);
			}
			else {
				this.runtime.setAnnotationForIncidentById(incidentId, note.strip());
			}
		});
	}

	private boolean isDone(String administrator, Runnable action) {
		try {
			return this.callers.call(administrator, () -> {
				action.run();
				return true;
			});
		}
		catch (Refusal ex) {
			if (ex.status() == GONE) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * An incident.
	 *
	 * @param id its id
	 * @param type the engine's name for its kind
	 * @param at when it arose
	 * @param caseId the case, or null where it belongs to none
	 * @param process name of the process, or null
	 * @param version version of the process, or null
	 * @param element label of the element that failed, or null
	 * @param message what the failure said, or null
	 * @param trace the failure's stack trace, or null
	 * @param note an administrator's note, or null
	 * @param retries tries that its job has left, or null where there is no job
	 */
	public record Incident(String id, String type, Instant at, @Nullable String caseId, @Nullable String process,
			@Nullable Integer version, @Nullable String element, @Nullable String message, @Nullable String trace,
			@Nullable String note, @Nullable Integer retries) {
	}

}
