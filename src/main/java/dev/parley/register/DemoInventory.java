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
			new Asset("A-001", "Mail gateway", AssetClass.SHARED, "Cisco", "Secure Email Gateway"),
			new Asset("A-002", "Mail and calendar server", AssetClass.SHARED, "Microsoft", "Exchange Server"),
			new Asset("A-003", "Remote access VPN", AssetClass.SHARED, "Ivanti", "Connect Secure"),
			new Asset("A-004", "Perimeter firewall", AssetClass.SHARED, "Fortinet", "FortiOS"),
			new Asset("A-005", "Virtualisation platform", AssetClass.SHARED, "VMware", "vCenter Server"),
			new Asset("A-006", "Workstations", AssetClass.SHARED, "Microsoft", "Windows"),
			new Asset("A-007", "Application delivery controller", AssetClass.SHARED, "Citrix", "NetScaler"),
			new Asset("A-008", "Knowledge base", AssetClass.SHARED, "Atlassian", "Confluence"),
			new Asset("A-009", "File transfer with partners", AssetClass.BUSINESS_UNIT, "Progress", "MOVEit Transfer"),
			new Asset("A-010", "Web shop", AssetClass.BUSINESS_UNIT, "Adobe", "Commerce and Magento"),
			new Asset("A-011", "Treasury application server", AssetClass.BUSINESS_UNIT, "Oracle", "WebLogic Server"));

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

}
