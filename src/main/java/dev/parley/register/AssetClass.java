package dev.parley.register;

import dev.parley.identity.Office;

/** Who an asset belongs to, and so who decides on its risks. */
public enum AssetClass {

	/** Shared systems and data: the CIO is proxy owner of their risk. */
	SHARED("Shared", Office.CIO),
	/** A business unit's own: its risk owner decides, the CIO is informed. */
	BUSINESS_UNIT("Business unit", Office.RISK_OWNER);

	private final String label;

	private final Office decides;

	AssetClass(String label, Office decides) {
		this.label = label;
		this.decides = decides;
	}

	public String label() {
		return this.label;
	}

	public Office decides() {
		return this.decides;
	}

}
