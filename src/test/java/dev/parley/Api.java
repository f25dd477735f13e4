package dev.parley;

/** The ways into the engine: two APIs over HTTP, and the one that code calls. */
public enum Api {

	/** The REST API, with HTTP Basic. */
	ENGINE_REST,
	/** Tasklist's own API, with the session of a browser and its token. */
	TASKLIST,
	/** The Java API, as a signed-in user. */
	JAVA

}
