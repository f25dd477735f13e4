package dev.parley.operations;

import java.time.Clock;

import dev.parley.engine.DeployedModels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** What runs here. */
@Component
class Build {

	private final ObjectProvider<BuildProperties> properties;

	private final DeployedModels models;

	private final Clock clock;

	Build(ObjectProvider<BuildProperties> properties, DeployedModels models, Clock clock) {
		this.properties = properties;
		this.models = models;
		this.clock = clock;
	}

	/** Parley's version; only Maven writes it into the build. */
	String version() {
		BuildProperties build = this.properties.getIfAvailable();
		return (build != null) ? String.valueOf(build.getVersion()) : "unknown";
	}

	View view() {
		return new View(version(), this.models.engineVersion(), String.valueOf(SpringBootVersion.getVersion()),
				"%s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor")),
				"%s %s (%s)".formatted(System.getProperty("os.name"), System.getProperty("os.version"),
						System.getProperty("os.arch")),
				this.clock.getZone().getId());
	}

	/**
	 * Versions, as the page shows them.
	 *
	 * @param parley of Parley
	 * @param engine of the process engine
	 * @param spring of Spring Boot
	 * @param java of Java
	 * @param system of the operating system
	 * @param zone the zone of all dates
	 */
	record View(String parley, String engine, String spring, String java, String system, String zone) {
	}

}
