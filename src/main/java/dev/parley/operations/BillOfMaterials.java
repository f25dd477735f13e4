package dev.parley.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.submission.NotThere;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The software bill of materials (CycloneDX) of what runs here: the build's bill of Java
 * libraries, and the one of the libraries that it hands to browsers, as one document.
 */
@Component
class BillOfMaterials {

	static final String FOLDER = "META-INF/sbom/";

	private final ObjectMapper json;

	BillOfMaterials(ObjectMapper json) {
		this.json = json;
	}

	/**
	 * The document.
	 * @throws NotThere when the build wrote none: an IDE's does not, nor does Maven
	 * offline
	 */
	byte[] read() {
		try {
			ObjectNode application = part("application.cdx.json");
			ObjectNode browser = part("browser.cdx.json");
			application.withArray("components")
				.add(browser.at("/metadata/component"))
				.addAll(browser.withArray("components"));
			application.withArray("dependencies").addAll(browser.withArray("dependencies"));
			return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(application);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ObjectNode part(String name) throws IOException {
		ClassPathResource resource = new ClassPathResource(FOLDER + name);
		if (!resource.exists()) {
			throw new NotThere(
					"This Parley has no bill of materials: it was not built by Maven, or offline (-o). Build it with mvn package.");
		}
		try (InputStream content = resource.getInputStream()) {
			return (ObjectNode) this.json.readTree(content);
		}
	}

}
