package dev.parley.settings;

/** Parley does not start with this setting; says why and what to do. */
public final class SettingRefusal extends RuntimeException {

	private final String wayOut;

	/**
	 * Refuses a setting.
	 * @param reason names the setting and its value, unless that may be a secret
	 * @param wayOut what to set instead
	 */
	public SettingRefusal(String reason, String wayOut) {
		super(reason);
		this.wayOut = wayOut;
	}

	/** What to set instead. */
	public String wayOut() {
		return this.wayOut;
	}

}
