package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inventory of assets. */
@Component
public class Assets {

	private final JdbcClient jdbc;

	Assets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All assets by name. */
	public List<Asset> all() {
		return this.jdbc.sql("select * from asset order by name").query(Assets::asset).list();
	}

	/**
	 * Assets by id.
	 * @param after the id after which to begin, or null
	 * @param most how many at most
	 */
	public List<Asset> page(@Nullable String after, int most) {
		return this.jdbc.sql(
				"select * from asset where cast(:after as text) is null or asset_id > :after order by asset_id limit :most")
			.param("after", after)
			.param("most", most)
			.query(Assets::asset)
			.list();
	}

	public Optional<Asset> find(String assetId) {
		return this.jdbc.sql("select * from asset where asset_id = ?").param(assetId).query(Assets::asset).optional();
	}

	/** Adds an asset unless there is one with its id. */
	void ensure(Asset asset) {
		this.jdbc.sql("""
				insert into asset (asset_id, name, asset_class, vendor, product)
				values (:id, :name, :assetClass, :vendor, :product)
				on conflict do nothing""")
			.param("id", asset.id())
			.param("name", asset.name())
			.param("assetClass", asset.assetClass().name())
			.param("vendor", asset.vendor())
			.param("product", asset.product())
			.update();
	}

	private static Asset asset(ResultSet row, int number) throws SQLException {
		return new Asset(row.getString("asset_id"), row.getString("name"),
				AssetClass.valueOf(row.getString("asset_class")), row.getString("vendor"), row.getString("product"));
	}

}
