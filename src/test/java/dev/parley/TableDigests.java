package dev.parley;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A digest of each table of the engine and of the register, to see that nothing was
 * written: of where its rows are kept and by which transaction, which every write changes
 * and which is read faster than the rows.
 */
@TestComponent
public class TableDigests {

	private final JdbcClient jdbc;

	private String snapshot = "";

	private Map<String, String> digests = Map.of();

	public TableDigests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The digests as of now; read anew only if a transaction has written since. */
	public Map<String, String> now() {
		String current = this.jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
		if (this.digests.isEmpty() || (!current.equals(this.snapshot) && hasWritten(this.snapshot, current))) {
			this.digests = read();
		}
		this.snapshot = current;
		return this.digests;
	}

	/** Whether a transaction between two snapshots was not rolled back. */
	private boolean hasWritten(String earlier, String later) {
		return this.jdbc
			.sql("""
					select exists (select 1
					                 from generate_series(pg_snapshot_xmin(cast(:earlier as pg_snapshot))::text::bigint,
					                                      pg_snapshot_xmax(cast(:later as pg_snapshot))::text::bigint - 1) as x
					                where pg_xact_status(x::text::xid8) <> 'aborted')""")
			.param("earlier", earlier)
			.param("later", later)
			.query(Boolean.class)
			.single();
	}

	private Map<String, String> read() {
		String queries = tables().stream()
			.map((table) -> "select '%1$s', count(*) || ' rows, ' || coalesce(sum(hashtextextended(t.ctid::text || t.xmin::text, 0)), 0) from %1$s t"
				.formatted(table))
			.collect(Collectors.joining(" union all "));
		Map<String, String> rows = new TreeMap<>();
		this.jdbc.sql(queries).query((row) -> {
			rows.put(row.getString(1), row.getString(2));
		});
		return rows;
	}

	private List<String> tables() {
		return this.jdbc.sql("""
				select tablename from pg_tables
				 where schemaname = 'public' and tablename <> 'flyway_schema_history'
				 order by tablename""").query(String.class).list();
	}

}
