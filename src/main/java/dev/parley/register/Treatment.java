package dev.parley.register;

/** What is done about a risk (ISO/IEC 27005), or the exemption from doing it. */
public enum Treatment {

	MITIGATE("Mitigate", true), ACCEPT("Accept", false), TRANSFER("Transfer", true), AVOID("Avoid", false),
	EXEMPT("Exempt", false);

	private final String label;

	private final boolean changesRisk;

	Treatment(String label, boolean changesRisk) {
		this.label = label;
		this.changesRisk = changesRisk;
	}

	public String label() {
		return this.label;
	}

	/** Whether planned measures leave a residual level to route by. */
	public boolean isRoutedByResidual() {
		return this.changesRisk;
	}

	/** Whether the risk stays as it is. */
	public boolean leavesRisk() {
		return this == ACCEPT || this == EXEMPT;
	}

}
