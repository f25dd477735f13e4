package dev.parley.register;

import java.util.List;

import dev.parley.database.StartUp;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The assets of the profile demo: products that really appear in catalogs of exploited
 * vulnerabilities.
 */
@Component
@Profile("demo")
class DemoInventory implements SmartInitializingSingleton {

	private static final List<Asset> ASSETS = List.of(
			shared("A-001", "Mail gateway", of("Exim", "*"), of("SonicWall", "*Email Security")),
			shared("A-002", "Mail and calendar server", of("Microsoft", "Exchange*")),
			shared("A-003", "Remote access VPN", of("Ivanti", "*Connect Secure*"),
					of("Pulse Secure", "*Connect Secure*")),
			shared("A-004", "Perimeter firewall", of("Fortinet", "FortiOS*")),
			shared("A-005", "Virtualisation platform", of("VMware", "vCenter Server*"), of("VMware", "*ESXi*")),
			shared("A-006", "Workstations", of("Microsoft", "Windows*"), of("Microsoft", "Win32k"),
					of("Microsoft", "Office")),
			shared("A-007", "Application delivery controller", of("Citrix", "*NetScaler*"),
					of("Citrix", "Application Delivery Controller*")),
			shared("A-008", "Knowledge base", of("Atlassian", "Confluence*")),
			ofUnit("A-009", "File transfer with partners", of("Progress", "MOVEit*")),
			ofUnit("A-010", "Web shop", of("Adobe", "*Magento*")), ofUnit("A-011", "Treasury application server",
					of("Oracle", "WebLogic Server"), of("Oracle", "Fusion Middleware")));

	private final StartUp startUp;

	private final Assets assets;

	DemoInventory(StartUp startUp, Assets assets) {
		this.startUp = startUp;
		this.assets = assets;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.startUp.run(() -> ASSETS.forEach(this.assets::ensure));
	}

	private static Asset shared(String id, String name, AssetProduct... products) {
		return new Asset(id, name, AssetClass.SHARED, List.of(products));
	}

	private static Asset ofUnit(String id, String name, AssetProduct... products) {
		return new Asset(id, name, AssetClass.BUSINESS_UNIT, List.of(products));
	}

	private static AssetProduct of(String vendor, String product) {
		return new AssetProduct(vendor, product);
	}

}
