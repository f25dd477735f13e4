package dev.parley.kev;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.kev.KevCases.Taken;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.StateRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports the catalog of known exploited vulnerabilities: wholly or not at all, one
 * import at a time. What was imported before changes nothing.
 */
@Component
public class KevImport {

	private static final Logger LOG = LoggerFactory.getLogger(KevImport.class);

	private static final int LONGEST_NAME = 200;

	private final ImportPlanner planner;

	private final KevRecords records;

	private final KevCases cases;

	private final People people;

	private final TransactionOperations transactions;

	KevImport(ImportPlanner planner, KevRecords records, KevCases cases, People people,
			TransactionOperations transactions) {
		this.planner = planner;
		this.records = records;
		this.cases = cases;
		this.people = people;
		this.transactions = transactions;
	}

	/**
	 * Imports a catalog, as CSV or as JSON.
	 * @param content the file, which is read but not closed
	 * @param fileName its name, for the record
	 * @param user who imports
	 * @param dryRun whether only to tell what would come of it, and to write nothing
	 * @throws DutyRefused when the user's offices do not import
	 * @throws dev.parley.submission.SubmissionRefused when the file is no catalog, or
	 * broken as a whole
	 * @throws StateRefused when another import is under way
	 */
	public ImportReport run(InputStream content, String fileName, String user, boolean dryRun) {
		requireImporter(user);
		Catalog catalog = CatalogReader.read(content);
		if (dryRun) {
			return ImportReport.planned(catalog, this.planner.plan(catalog));
		}
		try {
			ImportReport report = Objects
				.requireNonNull(this.transactions.execute((status) -> write(catalog, named(fileName), user)));
			LOG.info("{} imported a catalog of {} entries: {} findings added, {} cases opened, {} joined", user,
					report.rows(), report.findingsAdded(), report.casesOpened().size(), report.casesJoined().size());
			return report;
		}
		catch (DuplicateKeyException ex) {
			throw new StateRefused(
					"A case of the same risk was opened at the same moment. Nothing was imported. Import again.");
		}
	}

	/**
	 * Makes sure that a person may import.
	 * @throws DutyRefused when the person's offices do not
	 */
	void requireImporter(String user) {
		if (!isImporter(user)) {
			throw new DutyRefused("The catalog is imported by the CISO's office or by an administrator.");
		}
	}

	/** Whether a person may import. */
	boolean isImporter(String user) {
		return ApiRoute.IMPORT_KEV.isOpenTo(this.people.groupsOf(user));
	}

	private ImportReport write(Catalog catalog, String fileName, String user) {
		this.records.takeTurn();
		ImportPlan plan = this.planner.plan(catalog);
		Map<String, Taken> taken = plan.assets()
			.stream()
			.filter((asset) -> !asset.added().isEmpty())
			.map(this.cases::take)
			.collect(Collectors.toMap((one) -> one.plan().asset().id(), Function.identity()));
		if (plan.hasNews() || !this.records.hasImported(catalog)) {
			record(catalog, plan, taken, fileName, user);
		}
		return ImportReport.done(catalog, plan, taken);
	}

	private void record(Catalog catalog, ImportPlan plan, Map<String, Taken> taken, String fileName, String user) {
		int opened = (int) taken.values().stream().filter(Taken::opened).count();
		long importId = this.records.recordImport(catalog, plan, fileName, user, opened, taken.size() - opened);
		this.records.recordVersions(plan.versions(), importId);
		taken.values().forEach((one) -> this.records.recordFindings(one.plan(), one.caseId(), importId));
		taken.values().forEach(this.cases::tell);
		this.records.openCasesWith(plan.changed()).forEach(this.cases::renew);
	}

	/** The last part of a file's name, without what cannot be shown. */
	private static String named(String fileName) {
		String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
			.replaceAll("[\\p{C}]", "")
			.strip();
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

}
