package dev.parley.kev;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.parley.submission.StateRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalog's entries that are findings, and who imported them. */
@Component
class KevRecords {

	private static final long LOCK = 0x4b4556L;

	private final JdbcClient jdbc;

	private final Clock clock;

	KevRecords(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Lets one import at a time go on, on all nodes, until its transaction ends. Another
	 * one is not kept waiting, with a connection that others need.
	 * @throws StateRefused when another import is under way
	 */
	void takeTurn() {
		if (!this.jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
			throw new StateRefused("Another import is under way. Try again in a minute.");
		}
	}

	/** Ids of the vulnerabilities found so far, by asset. */
	Map<String, Set<String>> findings() {
		Map<String, Set<String>> found = new HashMap<>();
		this.jdbc.sql("select asset_id, cve from finding").query((row) -> {
			found.computeIfAbsent(row.getString("asset_id"), (asset) -> new HashSet<>()).add(row.getString("cve"));
		});
		return found;
	}

	/** The newest words on each vulnerability, by its id. */
	Map<String, KevEntry> vulnerabilities() {
		Map<String, KevEntry> entries = new HashMap<>();
		this.jdbc.sql("select distinct on (cve) * from vulnerability order by cve, version desc").query((row) -> {
			entries.put(row.getString("cve"), entry(row));
		});
		return entries;
	}

	/** Where assets stand that have findings, by asset. */
	Map<String, AssetStanding> standings() {
		Map<String, AssetStanding> standings = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (f.asset_id)
				       f.asset_id, latest.case_id, latest.settled_at is not null as over,
				       case when r.state = 'OPEN' then r.risk_id end as risk_id
				  from finding f
				  join risk_case c using (case_id)
				  join lateral (select n.case_id, n.settled_at, n.risk_id
				                  from risk_case n
				                 where n.case_id = c.case_id or n.risk_id = c.risk_id
				                 order by n.opened_at desc, n.case_id desc
				                 limit 1) latest on true
				  left join risk r on r.risk_id = latest.risk_id
				 order by f.asset_id, c.opened_at desc, c.case_id desc""").query((row) -> {
			standings.put(row.getString("asset_id"), new AssetStanding(row.getString("asset_id"),
					row.getString("case_id"), row.getString("risk_id"), row.getBoolean("over")));
		});
		return standings;
	}

	/** Whether a file with this content was imported before. */
	boolean hasImported(Catalog catalog) {
		return this.jdbc.sql("select exists (select 1 from catalog_import where sha256 = ?)")
			.param(catalog.sha256())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Records an import.
	 * @return its number
	 */
	long recordImport(Catalog catalog, ImportPlan plan, String fileName, String user, int opened, int joined) {
		return this.jdbc.sql("""
				insert into catalog_import (imported_by, imported_at, file_name, sha256, format, entries, matched,
				                            not_in_inventory, findings_added, findings_known, entries_changed,
				                            cases_opened, cases_joined, faulty_rows)
				values (:user, :now, :fileName, :sha256, :format, :entries, :matched,
				        :unmatched, :added, :known, :changed, :opened, :joined, :faulty)
				returning import_id""")
			.param("user", user)
			.param("now", now())
			.param("fileName", fileName)
			.param("sha256", catalog.sha256())
			.param("format", catalog.format().name())
			.param("entries", catalog.rows())
			.param("matched", plan.matched())
			.param("unmatched", plan.unmatched())
			.param("added", plan.added())
			.param("known", plan.known())
			.param("changed", plan.changed().size())
			.param("opened", opened)
			.param("joined", joined)
			.param("faulty", catalog.faultyRows())
			.query(Long.class)
			.single();
	}

	/** Records what the catalog says, each entry as the next version of it. */
	void recordVersions(List<KevEntry> entries, long importId) {
		this.jdbc
			.sql("""
					insert into vulnerability (cve, version, vendor, product, name, date_added, description,
					                           required_action, due_on, ransomware, notes, cwes, import_id, recorded_at)
					select n.cve, coalesce((select max(v.version) from vulnerability v where v.cve = n.cve), 0) + 1,
					       n.vendor, n.product, n.name, n.date_added, n.description,
					       n.required_action, n.due_on, n.ransomware, n.notes, n.cwes, :importId, :now
					  from unnest(:cve, :vendor, :product, :name, :added, :description, :action, :due, :ransomware, :notes, :cwes)
					    as n (cve, vendor, product, name, date_added, description, required_action, due_on, ransomware, notes, cwes)""")
			.param("cve", texts(entries, KevEntry::cve))
			.param("vendor", texts(entries, KevEntry::vendor))
			.param("product", texts(entries, KevEntry::product))
			.param("name", texts(entries, KevEntry::name))
			.param("added", entries.stream().map(KevEntry::dateAdded).map(Date::valueOf).toArray(Date[]::new))
			.param("description", texts(entries, KevEntry::description))
			.param("action", texts(entries, KevEntry::requiredAction))
			.param("due", entries.stream().map(KevEntry::dueOn).map(Date::valueOf).toArray(Date[]::new))
			.param("ransomware", entries.stream().map(KevEntry::ransomware).toArray(Boolean[]::new))
			.param("notes", texts(entries, KevEntry::notes))
			.param("cwes", texts(entries, KevEntry::cwes))
			.param("importId", importId)
			.param("now", now())
			.update();
	}

	/** Records findings of an asset in a case. */
	void recordFindings(AssetPlan plan, String caseId, long importId) {
		this.jdbc.sql("""
				insert into finding (asset_id, cve, case_id, import_id)
				select :asset, n.cve, :caseId, :importId from unnest(:cves) as n (cve)""")
			.param("asset", plan.asset().id())
			.param("caseId", caseId)
			.param("importId", importId)
			.param("cves", texts(plan.added(), KevEntry::cve))
			.update();
	}

	/** Ids of the cases that are not over and have one of these as a finding. */
	Set<String> openCasesWith(List<String> cves) {
		return this.jdbc.sql("""
				select distinct f.case_id
				  from finding f
				  join risk_case c using (case_id)
				 where f.cve = any(:cves) and c.settled_at is null
				 order by f.case_id""").param("cves", cves.toArray(String[]::new)).query(String.class).set();
	}

	/** The imports that recorded something, the newest first. */
	List<PastImport> past(int most) {
		return this.jdbc.sql("select * from catalog_import order by import_id desc limit ?")
			.param(most)
			.query((row, number) -> new PastImport(row.getString("imported_by"),
					row.getTimestamp("imported_at").toInstant(), row.getString("file_name"), row.getInt("entries"),
					row.getInt("findings_added"), row.getInt("cases_opened"), row.getInt("cases_joined"),
					row.getInt("faulty_rows")))
			.list();
	}

	private static KevEntry entry(ResultSet row) throws SQLException {
		return new KevEntry(row.getString("cve"), row.getString("vendor"), row.getString("product"),
				row.getString("name"), row.getDate("date_added").toLocalDate(), row.getString("description"),
				row.getString("required_action"), row.getDate("due_on").toLocalDate(), row.getBoolean("ransomware"),
				row.getString("notes"), row.getString("cwes"));
	}

	private static String[] texts(List<KevEntry> entries, Function<KevEntry, String> value) {
		return entries.stream().map(value).toArray(String[]::new);
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

	/**
	 * An import that recorded something.
	 *
	 * @param by who imported
	 * @param at when
	 * @param fileName name of the file
	 * @param entries how many entries it had
	 * @param added how many findings were new
	 * @param opened how many cases were opened
	 * @param joined how many open cases were joined
	 * @param faulty how many rows were left out
	 */
	record PastImport(String by, Instant at, String fileName, int entries, int added, int opened, int joined,
			int faulty) {
	}

}
