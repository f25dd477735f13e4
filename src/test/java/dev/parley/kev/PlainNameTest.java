package dev.parley.kev;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import dev.parley.register.Asset;
import dev.parley.register.AssetClass;
import dev.parley.register.AssetProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Which products of the catalog are which products of the inventory. */
class PlainNameTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					Microsoft         | Windows           | Microsoft            | Windows                                  | true
					Microsoft         | Windows           | Microsoft            | Windows CNG Key Isolation Service        | false
					Microsoft         | Windows*          | Microsoft            | Windows CNG Key Isolation Service        | true
					Microsoft         | Windows*          | Microsoft            | Win32k                                   | false
					microsoft CORP.   | wINDOWS           | Microsoft            | ' Windows '                              | true
					Adobe             | Commerce          | Adobe, Inc.          | Commerce                                 | true
					Adobe             | Commerce          | Adobe Inc Corp. Ltd. | Commerce                                 | true
					Inc               | *                 | Inc                  | Thing                                    | true
					Fortinet          | FortiOS*          | Fortinet             | FortiOS and FortiProxy                   | true
					Fortinet          | FortiOS*          | Fortinet             | FortiWeb                                 | false
					Ivanti            | *Connect Secure*  | Ivanti               | Pulse Connect Secure                     | true
					Ivanti            | *Connect Secure*  | Ivanti               | Connect Secure, Policy Secure, and ZTA   | true
					Ivanti            | *Connect*ZTA      | Ivanti               | Connect Secure, Policy Secure, and ZTA   | true
					Ivanti            | *Connect*ZTA      | Ivanti               | Connect Secure                           | false
					*                 | Log4j2            | Apache               | Log4j2                                   | true
					*zilla            | Firefox           | Mozilla              | Firefox                                  | true
					Apache            | *                 | Apache               | Struts                                   | true
					Apache            | *                 | Oracle               | Struts                                   | false
					D-Link            | DIR 859 Router    | D-Link               | DIR-859 Router                           | true
					Veeam             | Backup & Replication | Veeam             | Backup + Replication                     | true
					Exim              | Mail (MTA)        | Exim                 | Mail  Mta                                | true
					Zoho              | ＭanageEngine      | Zoho                 | ManageEngine                             | true
					Apache            | ???               | Apache               | Struts                                   | false
					Apache            | ???               | Apache               | !!!                                      | false
					Microsoft         | Windows           | Microsoft            | Windоws                                  | false
					Telerik           | a.b               | Telerik              | a+b                                      | true
					Telerik           | .*                | Telerik              | anything                                 | true
					Telerik           | (a               | Telerik              | a                                        | true
					""")
	void matchesAProductOfTheInventory(String vendor, String product, String catalogVendor, String catalogProduct,
			boolean matches) {
		Inventory inventory = new Inventory(List.of(asset("A-1", vendor, product)));

		assertThat(inventory.having(entry(catalogVendor, catalogProduct))).hasSize(matches ? 1 : 0);
	}

	@Test
	void findsEveryAssetOnceHoweverManyOfItsProductsMatch() {
		Inventory inventory = new Inventory(List.of(
				new Asset("A-1", "One", AssetClass.SHARED,
						List.of(new AssetProduct("Microsoft", "*"), new AssetProduct("*", "Windows"),
								new AssetProduct("Microsoft", "Windows"))),
				asset("A-2", "Microsoft", "Windows"), asset("A-3", "Microsoft", "Office")));

		assertThat(inventory.having(entry("Microsoft", "Windows"))).extracting(Asset::id)
			.containsExactlyInAnyOrder("A-1", "A-2");
	}

	@Test
	void isNotDelayedByManyStars() {
		StarPattern pattern = new StarPattern("*a".repeat(500) + "b");

		assertTimeoutPreemptively(Duration.ofMinutes(1),
				() -> assertThat(pattern.matches("a".repeat(20_000))).isFalse());
	}

	private static Asset asset(String id, String vendor, String product) {
		return new Asset(id, "Asset " + id, AssetClass.SHARED, List.of(new AssetProduct(vendor, product)));
	}

	private static KevEntry entry(String vendor, String product) {
		return new KevEntry("CVE-2026-0001", vendor, product, "Name", LocalDate.EPOCH, "Description", "Action",
				LocalDate.EPOCH, false, "", "");
	}

}
