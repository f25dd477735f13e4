package dev.parley.arbitration;

import java.util.List;

import dev.parley.arbitration.CompositionPage.Choices;
import dev.parley.arbitration.CompositionPage.View;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page shows before there is any composition. */
class CompositionTemplateTest {

	@Test
	void saysThatNothingIsThereYet() {
		assertThat(page(false)).contains("No composition is in force.", "No proposal waits", "None has been proposed")
			.doesNotContain("<table", "action=", "null");
	}

	@Test
	void offersTheFirstChairAnOpenForm() {
		assertThat(page(true)).contains("open=\"open\"", "action=\"/committee/composition\"", "name=\"termTo12\"")
			.doesNotContain("name=\"termTo13\"", "overtakes", "null");
	}

	private static String page(boolean chair) {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		MockServletContext servlets = new MockServletContext();
		WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(servlets)
			.buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse()));
		context.setVariable("page", new View(null, null, List.of(), chair, false));
		context.setVariable("form", CompositionFields.of((Composition) null));
		context.setVariable("choices", new Choices(List.of(), List.of(), List.of()));
		context.setVariable("faults", List.of());
		return engine.process("committee-composition", context);
	}

}
