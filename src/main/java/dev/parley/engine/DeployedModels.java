package dev.parley.engine;

import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the models that new cases and old ones run on. */
@Component
public class DeployedModels {

	private final JdbcClient jdbc;

	DeployedModels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The engine's version. */
	public String engineVersion() {
		return ProductPropertiesUtil.getProductVersion();
	}

	/**
	 * Processes, then tables: the newest version of each, and older ones that still run.
	 */
	public List<Model> inUse() {
		return this.jdbc.sql("""
				with model as (
				  select 'PROCESS' as kind, d.id_, d.key_, d.name_, d.version_, d.deployment_id_
				    from act_re_procdef d
				  union all
				  select 'TABLE', d.id_, d.key_, d.name_, d.version_, d.deployment_id_
				    from act_re_decision_def d),
				running as (
				  select proc_def_id_, count(*) as instances from act_ru_execution where parent_id_ is null
				   group by proc_def_id_),
				ranked as (
				  select m.*, coalesce(r.instances, 0) as instances,
				         m.version_ = max(m.version_) over (partition by m.kind, m.key_) as newest
				    from model m
				    left join running r on r.proc_def_id_ = m.id_)
				select v.*, p.deploy_time_
				  from ranked v
				  join act_re_deployment p on p.id_ = v.deployment_id_
				 where v.newest or v.instances > 0
				 order by v.kind, v.key_, v.version_ desc""")
			.query((row, number) -> new Model(row.getString("kind").equals("PROCESS"), row.getString("key_"),
					row.getString("name_"), row.getInt("version_"), row.getBoolean("newest"),
					row.getTimestamp("deploy_time_").toInstant(), row.getLong("instances")))
			.list();
	}

	/**
	 * A version of a model.
	 *
	 * @param process whether it is a process; else it is a decision table
	 * @param key its id
	 * @param name its name
	 * @param version its version, from 1
	 * @param newest whether new cases run on it
	 * @param deployedAt when it was deployed
	 * @param instances how many instances run on it; none on a table
	 */
	public record Model(boolean process, String key, String name, int version, boolean newest, Instant deployedAt,
			long instances) {
	}

}
