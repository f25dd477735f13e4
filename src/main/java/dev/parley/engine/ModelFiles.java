package dev.parley.engine;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads the models from their location, by names that do not depend on it. */
@Component
class ModelFiles {

	private static final String[] PATTERNS = { "processes/*.bpmn", "processes/*.dmn", "forms/*.form" };

	private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	private final String location;

	ModelFiles(ModelsProperties properties) {
		this.location = properties.location().endsWith("/") ? properties.location() : properties.location() + "/";
	}

	/**
	 * All models, as {@code processes/RiskDecision.bpmn} to content.
	 * @throws ModelRefusal when there are none
	 */
	Map<String, byte[]> read() {
		Map<String, byte[]> files = new TreeMap<>();
		try {
			for (String pattern : PATTERNS) {
				String folder = pattern.substring(0, pattern.indexOf('/') + 1);
				for (Resource file : this.resources.getResources(this.location + pattern)) {
					files.put(folder + file.getFilename(), file.getContentAsByteArray());
				}
			}
		}
		catch (IOException ex) {
			throw new ModelRefusal("The models at %s cannot be read: %s".formatted(this.location, ex.getMessage()), ex);
		}
		if (files.keySet().stream().noneMatch((name) -> name.endsWith(".bpmn"))) {
			throw new ModelRefusal(
					"There are no models at parley.models.location=%s: it must hold processes/ and forms/."
						.formatted(this.location));
		}
		return files;
	}

}
