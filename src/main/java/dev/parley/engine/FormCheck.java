package dev.parley.engine;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/**
 * Refuses forms that Tasklist cannot show: one unsupported component breaks the whole
 * form.
 */
@Component
class FormCheck {

	private static final Set<String> COMPONENTS = Set.of("default", "text", "html", "textfield", "textarea", "number",
			"select", "radio", "checkbox", "checklist", "taglist", "datetime", "group", "separator", "spacer",
			"expression", "table");

	private static final int NEWEST_SCHEMA = 16;

	private final ObjectMapper json;

	FormCheck(ObjectMapper json) {
		this.json = json;
	}

	void check(String name, byte[] content, List<String> faults) {
		try {
			JsonNode form = this.json.readTree(content);
			String stem = name.substring(name.indexOf('/') + 1, name.lastIndexOf('.'));
			if (!stem.equals(form.path("id").asText())) {
				faults.add("%s has the id \"%s\"; it must be that of its file, %s.".formatted(name,
						form.path("id").asText(), stem));
			}
			if (form.path("schemaVersion").asInt() > NEWEST_SCHEMA) {
				faults.add("%s has schemaVersion %d; Tasklist shows %d at most.".formatted(name,
						form.path("schemaVersion").asInt(), NEWEST_SCHEMA));
			}
			checkComponents(name, form, faults);
		}
		catch (IOException ex) {
			faults.add("%s is no form: %s".formatted(name, ex.getMessage()));
		}
	}

	private static void checkComponents(String name, JsonNode component, List<String> faults) {
		String type = component.path("type").asText();
		if (!COMPONENTS.contains(type)) {
			faults.add("%s has a component of the type \"%s\" (%s), which Tasklist cannot show.".formatted(name, type,
					component.path("id").asText()));
		}
		component.path("components").forEach((child) -> checkComponents(name, child, faults));
	}

}
