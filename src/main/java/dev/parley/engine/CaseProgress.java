package dev.parley.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parley.engine.task.Forms;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a case has come in its processes, running or ended. It tells all; what of it a
 * person may see is for the caller to judge.
 */
@Component
public class CaseProgress {

	private final JdbcClient jdbc;

	private final RepositoryService repository;

	CaseProgress(JdbcClient jdbc, RepositoryService repository) {
		this.jdbc = jdbc;
		this.repository = repository;
	}

	/** The processes of a case, its own first, the others in their order. */
	public List<Run> runs(String caseId) {
		Map<String, List<Element>> elements = elements(caseId);
		return this.jdbc.sql("""
				select p.proc_def_key_ as process, coalesce(max(d.name_), p.proc_def_key_) as name,
				       case when bool_and(p.end_time_ is not null) then max(p.end_time_) end as ended
				  from act_hi_procinst p
				  join act_re_procdef d on d.id_ = p.proc_def_id_
				 where p.business_key_ = ?
				 group by p.proc_def_key_
				 order by p.proc_def_key_ = ? desc, min(p.start_time_), p.proc_def_key_""")
			.params(caseId, CaseProcess.KEY)
			.query((row, number) -> new Run(row.getString("process"), row.getString("name"), instant(row, "ended"),
					elements.getOrDefault(row.getString("process"), List.of())))
			.list();
	}

	/** What is done several times over is passed when all of it is. */
	private Map<String, List<Element>> elements(String caseId) {
		return this.jdbc.sql("""
				select a.proc_def_key_ as process, split_part(a.act_id_, '#', 1) as element,
				       bool_or(a.end_time_ is null) as active,
				       bool_or(a.end_time_ is not null and a.act_inst_state_ <> 2 and whole.id_ is null) as passed,
				       bool_or(a.call_proc_inst_id_ is not null) as calls
				  from act_hi_actinst a
				  join act_hi_procinst p on p.id_ = a.proc_inst_id_
				  left join act_hi_actinst whole
				       on whole.id_ = a.parent_act_inst_id_ and whole.act_id_ = a.act_id_ || '#multiInstanceBody'
				 where p.business_key_ = ?
				 group by process, element
				 order by process, element""")
			.param(caseId)
			.query((row, number) -> Map.entry(row.getString("process"),
					new Element(row.getString("element"), row.getBoolean("active"), row.getBoolean("passed"),
							row.getBoolean("calls"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** All user tasks of a case, done ones too, by due date. */
	public List<Step> steps(String caseId) {
		List<TaskRow> tasks = this.jdbc.sql("""
				select t.id_, coalesce(t.name_, t.task_def_key_) as name, t.task_def_key_, t.proc_def_key_,
				       t.proc_def_id_, t.assignee_, t.due_date_, t.end_time_ is null as open,
				       array_remove(array_agg(l.group_id_ order by l.group_id_), null) as groups,
				       array_remove(array_agg(l.user_id_ order by l.user_id_), null) as users
				  from act_hi_taskinst t
				  join act_hi_procinst p on p.id_ = t.proc_inst_id_
				  left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
				 where p.business_key_ = ?
				 group by t.id_
				 order by t.due_date_, t.start_time_, t.task_def_key_, t.id_""")
			.param(caseId)
			.query(CaseProgress::task)
			.list();
		Map<String, Set<String>> timed = tasks.stream()
			.map(TaskRow::definitionId)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), this::timedElements));
		return tasks.stream().map((task) -> step(task, timed.getOrDefault(task.definitionId(), Set.of()))).toList();
	}

	private static TaskRow task(ResultSet row, int number) throws SQLException {
		return new TaskRow(row.getString("id_"), row.getString("name"), row.getString("task_def_key_"),
				row.getString("proc_def_key_"), row.getString("proc_def_id_"), row.getString("assignee_"),
				instant(row, "due_date_"), row.getBoolean("open"), texts(row, "groups"), texts(row, "users"));
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	private static Step step(TaskRow task, Set<String> timed) {
		return new Step(task.id(), task.name(), task.process(), task.element(), Forms.nameOf(task.element()),
				task.groups(), task.users(), task.assignee(), task.due(), task.open(), timed.contains(task.element()));
	}

	/** Read from the model that the engine holds in memory. */
	private Set<String> timedElements(String definitionId) {
		return this.repository.getBpmnModelInstance(definitionId)
			.getModelElementsByType(BoundaryEvent.class)
			.stream()
			.filter((event) -> event.getEventDefinitions()
				.stream()
				.anyMatch((definition) -> definition instanceof TimerEventDefinition))
			.map((event) -> event.getAttachedTo().getId())
			.collect(Collectors.toSet());
	}

	/** The diagram of a process in the version that the case runs on. */
	public Optional<byte[]> diagram(String caseId, String process) {
		return this.jdbc.sql("""
				select proc_def_id_ from act_hi_procinst
				 where business_key_ = ? and proc_def_key_ = ?
				 order by start_time_ desc
				 limit 1""").params(caseId, process).query(String.class).optional().map(this::content);
	}

	private byte[] content(String definitionId) {
		try (InputStream model = this.repository.getProcessModel(definitionId)) {
			return model.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record TaskRow(String id, String name, String element, String process, String definitionId,
			@Nullable String assignee, @Nullable Instant due, boolean open, List<String> groups, List<String> users) {
	}

	/**
	 * A process of the case, however often it was called.
	 *
	 * @param process its id
	 * @param name its name
	 * @param endedAt when it ended, or null while it runs
	 * @param elements the elements that the case came to
	 */
	public record Run(String process, String name, @Nullable Instant endedAt, List<Element> elements) {

		public boolean isRunning() {
			return this.endedAt == null;
		}

	}

	/**
	 * An element of a diagram that the case came to.
	 *
	 * @param id the element's id
	 * @param active whether the case is there
	 * @param passed whether the case went on from there
	 * @param calls whether it calls another process
	 */
	public record Element(String id, boolean active, boolean passed, boolean calls) {
	}

	/**
	 * A user task of the case.
	 *
	 * @param taskId task id
	 * @param name what to do
	 * @param process the process that it is a task of
	 * @param element its id in the diagram
	 * @param form its form
	 * @param groups groups to which it is offered; none when it is done
	 * @param users people to whom it is offered; none when it is done
	 * @param assignee who has claimed it, or null
	 * @param due when it is due
	 * @param open whether it is still to be done
	 * @param timed whether the diagram says what follows when its time runs out
	 */
	public record Step(String taskId, String name, String process, String element, String form, List<String> groups,
			List<String> users, @Nullable String assignee, @Nullable Instant due, boolean open, boolean timed) {
	}

}
