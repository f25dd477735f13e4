package dev.parley.register;

import java.util.List;

import dev.parley.ParleyTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the demo adds to an inventory that may be there already. */
@Tag("own-engine")
@ParleyTest
@TestPropertySource(properties = "test.database=of its own")
class AssetsTest {

	private static final AssetProduct PRODUCT = new AssetProduct("Vendor of assets", "Product");

	@Autowired
	Assets assets;

	@Autowired
	JdbcClient jdbc;

	@Test
	void addsAnAssetWithItsProducts() {
		Asset asset = new Asset("E-1", "New", AssetClass.SHARED, List.of(PRODUCT));

		this.assets.ensure(asset);
		this.assets.ensure(asset);

		assertThat(this.assets.find("E-1")).contains(asset);
	}

	@Test
	void addsNoProductToAnAssetThatIsThere() {
		this.jdbc.sql("insert into asset (asset_id, name, asset_class) values ('E-2', 'Kept', 'SHARED')").update();

		this.assets.ensure(new Asset("E-2", "Other", AssetClass.BUSINESS_UNIT, List.of(PRODUCT)));

		assertThat(this.assets.find("E-2")).contains(new Asset("E-2", "Kept", AssetClass.SHARED, List.of()));
	}

}
