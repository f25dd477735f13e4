package dev.parley.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import dev.parley.engine.JobWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Parleys that work on this database. What they say of time, they say by the clock of
 * the database, which is one for all of them.
 */
@Component
class Nodes {

	private static final String KEPT = "7 days";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String ownId;

	Nodes(JdbcClient jdbc, Clock clock, JobWork jobs) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.ownId = jobs.lockOwner();
	}

	/**
	 * Gives a sign of life of this node, and forgets nodes that have long been silent.
	 */
	void seen(String address, String version) {
		this.jdbc.sql("delete from node where seen_at < clock_timestamp() - cast(? as interval)").param(KEPT).update();
		this.jdbc.sql("""
				insert into node (node_id, address, version, started_at, seen_at, clock_ahead)
				values (:id, :address, :version, clock_timestamp(), clock_timestamp(), :clock - clock_timestamp())
				on conflict (node_id) do update
				   set seen_at = excluded.seen_at, clock_ahead = excluded.clock_ahead""")
			.param("id", this.ownId)
			.param("address", address)
			.param("version", version)
			.param("clock", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/** Takes this node off the list: it stops. */
	void gone() {
		this.jdbc.sql("delete from node where node_id = ?").param(this.ownId).update();
	}

	/** All nodes, the longest running first. */
	List<Node> all() {
		return this.jdbc.sql("""
				select node_id, address, version, started_at, extract(epoch from clock_timestamp() - seen_at) as silent,
				       extract(epoch from clock_ahead) as ahead
				  from node
				 order by started_at, node_id""").query((row, number) -> node(row)).list();
	}

	private Node node(ResultSet row) throws SQLException {
		String id = row.getString("node_id");
		return new Node(id, row.getString("address"), row.getString("version"), id.equals(this.ownId),
				row.getTimestamp("started_at").toInstant(), Duration.ofSeconds(row.getLong("silent")),
				Duration.ofMillis(Math.round(row.getDouble("ahead") * 1000)));
	}

	/**
	 * A Parley on this database.
	 *
	 * @param id the name under which it locks jobs
	 * @param address host and port
	 * @param version its version
	 * @param own whether it is the one that answers
	 * @param startedAt when it first gave a sign of life
	 * @param silent how long ago it last gave one
	 * @param clockAhead how far its clock was ahead of the database's then
	 */
	record Node(String id, String address, String version, boolean own, Instant startedAt, Duration silent,
			Duration clockAhead) {
	}

}
