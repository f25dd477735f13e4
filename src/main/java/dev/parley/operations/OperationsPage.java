package dev.parley.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.parley.database.DatabaseFigures;
import dev.parley.engine.DeployedModels;
import dev.parley.engine.Incidents;
import dev.parley.engine.Incidents.Incident;
import dev.parley.engine.JobWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the operator's page shows. It tells of machinery, never of what people stated or
 * decided: no variable of a case and no row of the register comes here.
 */
@Component
class OperationsPage {

	private static final int PAGE = 20;

	private static final int BEATS_TO_MISS = 3;

	private static final Duration LONG_WAIT = Duration.ofMinutes(5);

	private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

	private final Incidents incidents;

	private final JobWork jobs;

	private final Nodes nodes;

	private final DatabaseFigures database;

	private final DeployedModels models;

	private final Build build;

	private final Duration heartbeat;

	private final Times times;

	OperationsPage(Incidents incidents, JobWork jobs, Nodes nodes, DatabaseFigures database, DeployedModels models,
			Build build, OperationsProperties properties, Clock clock) {
		this.incidents = incidents;
		this.jobs = jobs;
		this.nodes = nodes;
		this.database = database;
		this.models = models;
		this.build = build;
		this.heartbeat = properties.heartbeat();
		this.times = new Times(clock);
	}

	View view() {
		return new View(this.incidents.count(), work(this.jobs.figures()), nodeRows(), this.database.now(),
				this.database.largest(), this.models.inUse().stream().map(this::row).toList(), this.build.view());
	}

	/** The incidents after the one with the given id, or the newest. */
	IncidentList incidents(@Nullable String after) {
		List<Incident> found = this.incidents.newest(after, PAGE + 1);
		List<Incident> page = found.subList(0, Math.min(PAGE, found.size()));
		String next = (found.size() > PAGE) ? "/operations?after=" + page.get(PAGE - 1).id() : null;
		return new IncidentList(page.stream().map(this::row).toList(), next);
	}

	private IncidentRow row(Incident incident) {
		String process = (incident.process() != null) ? incident.process() : "Outside of a process";
		return new IncidentRow(incident.id(), process, incident.version(), incident.element(), incident.caseId(),
				this.times.at(incident.at()), (incident.message() != null) ? incident.message() : incident.type(),
				incident.trace(), incident.note(), incident.retries());
	}

	private static Work work(JobWork.Figures jobs) {
		Duration oldest = jobs.oldest();
		return new Work(jobs, (oldest != null) ? Times.span(oldest) : null,
				oldest != null && oldest.compareTo(LONG_WAIT) > 0);
	}

	private List<NodeRow> nodeRows() {
		Map<String, Long> locked = this.jobs.lockedByOwner();
		return this.nodes.all().stream().map((node) -> row(node, locked.getOrDefault(node.id(), 0L))).toList();
	}

	private NodeRow row(Nodes.Node node, long locked) {
		boolean apart = node.clockAhead().abs().compareTo(CLOCKS_APART) > 0;
		String clock = "%s %s".formatted(Times.span(node.clockAhead()),
				node.clockAhead().isNegative() ? "behind" : "ahead");
		return new NodeRow(node.address(), node.version(), node.own(), this.times.at(node.startedAt()),
				Times.span(node.silent()) + " ago",
				node.silent().compareTo(this.heartbeat.multipliedBy(BEATS_TO_MISS)) > 0, apart ? clock : null, locked);
	}

	private ModelRow row(DeployedModels.Model model) {
		return new ModelRow(model.name(), model.key(), model.process(), model.version(), model.newest(),
				this.times.at(model.deployedAt()), model.instances());
	}

	/**
	 * The page but its incidents.
	 *
	 * @param incidentCount how many incidents there are
	 * @param work what the job executor has to do
	 * @param nodes the Parleys on this database
	 * @param database the database
	 * @param tables its largest tables
	 * @param models versions of models in use
	 * @param build what runs here
	 */
	record View(long incidentCount, Work work, List<NodeRow> nodes, DatabaseFigures.Figures database,
			List<DatabaseFigures.Table> tables, List<ModelRow> models, Build.View build) {
	}

	/**
	 * Some incidents.
	 *
	 * @param items the incidents, newest first
	 * @param next where the next ones are, or null
	 */
	record IncidentList(List<IncidentRow> items, @Nullable String next) {
	}

	/**
	 * One incident.
	 *
	 * @param id its id
	 * @param process name of the process
	 * @param version version of the process, or null
	 * @param element label of the element, or null
	 * @param caseId the case, or null
	 * @param at when it arose
	 * @param message what the failure said
	 * @param trace its stack trace, or null
	 * @param note an administrator's note, or null
	 * @param retries tries left, or null where there is no job to try again
	 */
	record IncidentRow(String id, String process, @Nullable Integer version, @Nullable String element,
			@Nullable String caseId, String at, String message, @Nullable String trace, @Nullable String note,
			@Nullable Integer retries) {
	}

	/**
	 * What the job executor has to do.
	 *
	 * @param jobs the figures
	 * @param oldest how long the oldest due job that was never tried has waited, or null
	 * @param late whether that is too long
	 */
	record Work(JobWork.Figures jobs, @Nullable String oldest, boolean late) {
	}

	/**
	 * One node.
	 *
	 * @param address host and port
	 * @param version its version of Parley
	 * @param own whether it made this page
	 * @param startedAt when it started
	 * @param seen when it was last seen
	 * @param missing whether that is too long ago
	 * @param clock how far its clock is off the database's, or null where it is not
	 * @param locked how many jobs it works on
	 */
	record NodeRow(String address, String version, boolean own, String startedAt, String seen, boolean missing,
			@Nullable String clock, long locked) {
	}

	/**
	 * One version of a model.
	 *
	 * @param name its name
	 * @param key its id
	 * @param process whether it is a process; else a decision table
	 * @param version its version
	 * @param newest whether new cases run on it
	 * @param deployedAt when it was deployed
	 * @param instances how many instances run on it
	 */
	record ModelRow(String name, String key, boolean process, int version, boolean newest, String deployedAt,
			long instances) {
	}

}
