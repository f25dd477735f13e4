package dev.parley.database;

import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an operator wants to know of the database. */
@Component
public class DatabaseFigures {

	private static final int TABLES_SHOWN = 5;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	DatabaseFigures(JdbcClient jdbc, DataSource dataSource) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
	}

	/** The figures as of now. */
	public Figures now() {
		return this.jdbc.sql("""
				select current_setting('server_version') as server, current_database() as name,
				       pg_size_pretty(pg_database_size(current_database())) as size, current_user as role,
				       (select pg_get_userbyid(relowner) = current_user from pg_class
				         where oid = 'risk_case'::regclass) as owner,
				       s.version, s.description
				  from (select version, description from flyway_schema_history
				         where success and version is not null order by installed_rank desc limit 1) s""")
			.query((row, number) -> new Figures(row.getString("server"), row.getString("name"), row.getString("size"),
					row.getString("role"), row.getBoolean("owner"), row.getString("version"),
					row.getString("description"), pool()))
			.single();
	}

	/** The largest tables, with their indexes, largest first. */
	public List<Table> largest() {
		return this.jdbc.sql("""
				select c.relname, pg_size_pretty(pg_total_relation_size(c.oid)) as size
				  from pg_class c
				 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
				 order by pg_total_relation_size(c.oid) desc, c.relname
				 limit ?""")
			.param(TABLES_SHOWN)
			.query((row, number) -> new Table(row.getString("relname"), row.getString("size")))
			.list();
	}

	private @Nullable Pool pool() {
		if (!(this.dataSource instanceof HikariDataSource hikari) || hikari.getHikariPoolMXBean() == null) {
			return null;
		}
		HikariPoolMXBean pool = hikari.getHikariPoolMXBean();
		return new Pool(pool.getActiveConnections(), pool.getIdleConnections(), hikari.getMaximumPoolSize(),
				pool.getThreadsAwaitingConnection());
	}

	/**
	 * The database.
	 *
	 * @param server version of the server
	 * @param name name of the database
	 * @param size its size, with the unit
	 * @param role the role that the application works as
	 * @param owner whether that role owns the schema
	 * @param version version of the schema
	 * @param description what the last migration did
	 * @param pool this node's connections, or null where they are not known
	 */
	public record Figures(String server, String name, String size, String role, boolean owner, String version,
			String description, @Nullable Pool pool) {
	}

	/**
	 * A node's connections.
	 *
	 * @param active in use
	 * @param idle open and not in use
	 * @param most how many there can be
	 * @param waiting threads that wait for one
	 */
	public record Pool(int active, int idle, int most, int waiting) {
	}

	/**
	 * A table.
	 *
	 * @param name its name
	 * @param size size of table and indexes, with the unit
	 */
	public record Table(String name, String size) {
	}

}
