package dev.parley.register;

/** Where a level lies against appetite, tolerance and capacity (ISO 31000). */
public enum Band {

	WITHIN_APPETITE("Within appetite"), WITHIN_TOLERANCE("Within tolerance"), ABOVE_TOLERANCE("Above tolerance"),
	ABOVE_CAPACITY("Above capacity");

	private final String label;

	Band(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	public boolean isAboveTolerance() {
		return compareTo(ABOVE_TOLERANCE) >= 0;
	}

	Band atLeast(Band other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
