package dev.parley.engine;

/** Parley does not start with this setting; says why and what to do. */
final class SettingRefusal extends RuntimeException {

	private final String wayOut;

	SettingRefusal(String reason, String wayOut) {
		super(reason);
		this.wayOut = wayOut;
	}

	String wayOut() {
		return this.wayOut;
	}

}
