package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parley.identity.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices that what an acceptance or an exemption in force rests on has changed: who owns
 * the asset, its class, the level, the score or the appetite. The decision stays in force
 * and is marked as outdated; each change is noticed once.
 */
@Component
public class MaterialChanges {

	private static final String NOTICE = """
			with level_name (rank, label) as (values %s),
			     class_name (code, label, deciding_group) as (values %s),
			     office_name (deciding_group, label) as (values %s),
			     rating_name (cause, label) as (values %s),
			     basis as (
			       select b.*, r.risk_id, a.asset_id as asset_now, a.asset_class as class_now, r.level as level_now,
			              r.appetite as appetite_now, r.tolerance as tolerance_now, r.capacity as capacity_now
			         from decision_basis b
			         join decision d on d.case_id = b.case_id and d.number = b.decision and d.state = 'IN_FORCE'
			         join risk r on r.decided_in = b.case_id and r.decision = b.decision and r.state = 'OPEN'
			         join asset a on a.asset_id = r.asset_id
			        where %%s),
			     change (case_id, decision, cause, detail) as (
			       select b.case_id, b.decision, 'OWNER',
			              'Risks of the asset ' || b.asset_now || ' are now decided by the office ' || now.label
			              || ', no longer by ' || coalesce(before.label, b.deciding_group) || '.'
			         from basis b
			         join class_name k on k.code = b.class_now
			         join office_name now on now.deciding_group = k.deciding_group
			         left join office_name before on before.deciding_group = b.deciding_group
			        where k.deciding_group <> b.deciding_group
			       union all
			       select b.case_id, b.decision, 'ASSET_CLASS',
			              case when b.asset_now = b.asset_id
			                   then 'The asset ' || b.asset_now || ' is now of class ' || now.label || ', no longer '
			                        || before.label || '.'
			                   else 'The risk is now about the asset ' || b.asset_now || ' of class ' || now.label
			                        || ', no longer about ' || b.asset_id || ' of class ' || before.label || '.' end
			         from basis b
			         join class_name now on now.code = b.class_now
			         join class_name before on before.code = b.asset_class
			        where b.class_now <> b.asset_class
			       union all
			       select b.case_id, b.decision, 'LEVEL',
			              case when b.level is null then 'The level, which nobody knew, is now ' || now.label || '.'
			                   when b.level_now is null then 'The level is no longer known; it was ' || before.label || '.'
			                   else 'The level ' || case when b.level_now > b.level then 'rose' else 'fell' end
			                        || ' from ' || before.label || ' to ' || now.label || '.' end
			         from basis b
			         left join level_name now on now.rank = b.level_now
			         left join level_name before on before.rank = b.level
			        where b.level_now is distinct from b.level
			       union all
			       select b.case_id, b.decision, 'SCORE',
			              'The risk has a newer score (rating ' || k.number || ': ' || name.label || ').'
			         from basis b
			         join risk_rating k on k.risk_id = b.risk_id and k.number > b.rating
			         join rating_name name on name.cause = k.cause
			         left join risk_rating kept on kept.risk_id = b.risk_id and kept.number = b.rating
			        where k.cause in ('RESTATEMENT', 'VERIFICATION')
			           or (k.cause = 'POSITIONS'
			               and (k.likelihood, k.impact, k.security_missing)
			                   is distinct from (kept.likelihood, kept.impact, kept.security_missing))
			       union all
			       select b.case_id, b.decision, 'APPETITE',
			              'Appetite, tolerance and capacity are now ' || concat_ws(', ', a.label, t.label, c.label)
			              || '; they were ' || concat_ws(', ', oa.label, ot.label, oc.label) || '.'
			         from basis b
			         join level_name a on a.rank = b.appetite_now
			         join level_name t on t.rank = b.tolerance_now
			         join level_name c on c.rank = b.capacity_now
			         join level_name oa on oa.rank = b.appetite
			         join level_name ot on ot.rank = b.tolerance
			         join level_name oc on oc.rank = b.capacity
			        where (b.appetite_now, b.tolerance_now, b.capacity_now)
			              is distinct from (b.appetite, b.tolerance, b.capacity))
			insert into outdating (case_id, decision, cause, detail, noticed_at)
			select case_id, decision, cause, detail, cast(:now as timestamptz) from change
			on conflict do nothing"""
		.formatted(rows(Level.values(), (level) -> "(%d, '%s')".formatted(level.rank(), level.label())),
				rows(AssetClass.values(),
						(one) -> "('%s', '%s', '%s')".formatted(one.name(), one.label(), one.decides().group())),
				rows(Office.values(), (office) -> "('%s', '%s')".formatted(office.group(), office.label())),
				rows(RatingCause.values(), (cause) -> "('%s', '%s')".formatted(cause.name(), cause.label())));

	private static final String NOTICE_ALL = NOTICE.formatted("true");

	/** Apart, so that PostgreSQL does not read all for the sake of one. */
	private static final String NOTICE_ONE = NOTICE.formatted("r.risk_id = :riskId");

	private final JdbcClient jdbc;

	private final Clock clock;

	MaterialChanges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notices what changed under the decision on a risk.
	 * @return how many changes were not noticed before
	 */
	public int noticeOn(String riskId) {
		return this.jdbc.sql(NOTICE_ONE)
			.param("riskId", riskId)
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.update();
	}

	/**
	 * Notices what changed under all decisions.
	 * @return how many changes were not noticed before
	 */
	public int notice() {
		return notice(Instant.now(this.clock));
	}

	/**
	 * Notices what changed under all decisions.
	 * @param at when that is noticed
	 * @return how many changes were not noticed before
	 */
	int notice(Instant at) {
		return this.jdbc.sql(NOTICE_ALL).param("now", Timestamp.from(at)).update();
	}

	private static <E> String rows(E[] values, Function<E, String> row) {
		return Arrays.stream(values).map(row).collect(Collectors.joining(", "));
	}

}
