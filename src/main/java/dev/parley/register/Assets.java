package dev.parley.register;

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
