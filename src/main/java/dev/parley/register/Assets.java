package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inventory of assets. */
@Component
public class Assets {

	private final JdbcClient jdbc;

	private final Clock clock;

	Assets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All assets by name. */
	public List<Asset> all() {
		return this.jdbc.sql("select %s from asset a order by a.name".formatted(AssetRow.COLUMNS))
			.query((row, number) -> AssetRow.read(row))
			.list();
	}

	/**
	 * Assets by id.
	 * @param after the id after which to begin, or null
	 * @param most how many at most
	 */
	public List<Asset> page(@Nullable String after, int most) {
		return this.jdbc.sql("""
				select %s from asset a
				 where cast(:after as text) is null or a.asset_id > :after
				 order by a.asset_id
				 limit :most""".formatted(AssetRow.COLUMNS))
			.param("after", after)
			.param("most", most)
			.query((row, number) -> AssetRow.read(row))
			.list();
	}

	public Optional<Asset> find(String assetId) {
		return this.jdbc.sql("select %s from asset a where a.asset_id = ?".formatted(AssetRow.COLUMNS))
			.param(assetId)
			.query((row, number) -> AssetRow.read(row))
			.optional();
	}

	/** The names of assets with their ids, by name: {@code Remote access VPN }. */
	public List<String> namesOf(Collection<String> assetIds) {
		return this.jdbc
			.sql("select name || ' (' || asset_id || ')' from asset where asset_id = any(?) order by name, asset_id")
			.param(assetIds.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	/**
	 * Changes the class of an asset, and so who decides on its risks from the next
	 * decision on; open cases keep who decides them. Done again, it changes nothing.
	 * @param reason why
	 * @param user who changes it
	 * @return whether the asset was of another class before
	 */
	public boolean changeClass(String assetId, AssetClass assetClass, String reason, String user) {
		String before = this.jdbc.sql("select asset_class from asset where asset_id = ? for no key update")
			.param(assetId)
			.query(String.class)
			.single();
		if (before.equals(assetClass.name())) {
			return false;
		}
		this.jdbc.sql("update asset set asset_class = ? where asset_id = ?")
			.params(assetClass.name(), assetId)
			.update();
		this.jdbc.sql("""
				insert into asset_change (asset_id, number, class_before, asset_class, reason, changed_by, changed_at)
				values (:asset, (select count(*) + 1 from asset_change where asset_id = :asset), :before, :now, :reason,
				        :user, :at)""")
			.param("asset", assetId)
			.param("before", before)
			.param("now", assetClass.name())
			.param("reason", reason)
			.param("user", user)
			.param("at", Timestamp.from(Instant.now(this.clock)))
			.update();
		return true;
	}

	/** Adds an asset with its products where it is missing; changes none. */
	void ensure(Asset asset) {
		int added = this.jdbc
			.sql("insert into asset (asset_id, name, asset_class) values (?, ?, ?) on conflict do nothing")
			.params(asset.id(), asset.name(), asset.assetClass().name())
			.update();
		if (added == 0) {
			return;
		}
		asset.products()
			.forEach(
					(product) -> this.jdbc.sql("insert into asset_product (asset_id, vendor, product) values (?, ?, ?)")
						.params(asset.id(), product.vendor(), product.product())
						.update());
	}

}
