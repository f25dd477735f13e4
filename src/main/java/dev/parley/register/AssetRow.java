package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads an asset with its products from one row. */
final class AssetRow {

	/** Columns of the asset {@code a}: vendors and products in the same order. */
	static final String COLUMNS = """
			a.asset_id, a.name as asset_name, a.asset_class,
			array(select p.vendor from asset_product p where p.asset_id = a.asset_id order by p.vendor, p.product) as vendors,
			array(select p.product from asset_product p where p.asset_id = a.asset_id order by p.vendor, p.product) as products""";

	private AssetRow() {
	}

	static Asset read(ResultSet row) throws SQLException {
		return new Asset(row.getString("asset_id"), row.getString("asset_name"),
				AssetClass.valueOf(row.getString("asset_class")), products(row));
	}

	private static List<AssetProduct> products(ResultSet row) throws SQLException {
		String[] vendors = (String[]) row.getArray("vendors").getArray();
		String[] products = (String[]) row.getArray("products").getArray();
		List<AssetProduct> all = new ArrayList<>();
		for (int index = 0; index < vendors.length; index++) {
			all.add(new AssetProduct(vendors[index], products[index]));
		}
		return all;
	}

}
