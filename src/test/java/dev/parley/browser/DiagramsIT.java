package dev.parley.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Draws the diagrams into docs/images, and fails when they were not what they are now.
 */
class DiagramsIT {

	private static final Path IMAGES = Path.of("docs", "images");

	private static final Path VIEWER = Path.of("node_modules", "bpmn-js", "dist", "bpmn-viewer.production.min.js");

	private static final String DRAW = """
			async (xml) => {
				const viewer = new BpmnJS({ container: document.body });
				const result = await viewer.importXML(xml);
				const drawn = await viewer.saveSVG();
				return { warnings: result.warnings.map(String), svg: drawn.svg };
			}""";

	static Browser browser;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	static Stream<Path> models() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			return files.filter((file) -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void areDrawnFromTheModelsAsTheyAre(Path model) throws Exception {
		Path image = IMAGES.resolve(model.getFileName().toString().replace(".bpmn", ".svg"));
		String xml = Files.readString(model).replace("\r\n", "\n");
		String mark = "<!-- drawn from a model with SHA-256 %s -->".formatted(sha256(xml));
		String before = Files.exists(image) ? Files.readString(image) : "";

		String drawn = draw(xml);
		if (!before.contains(mark)) {
			Files.writeString(image, drawn.replaceFirst("(?=<svg )", mark + "\n"));
		}

		assertThat(drawn).contains("<svg ");
		assertThat(before).as(image + " is drawn anew; look at it and commit it").contains(mark);
	}

	private static String sha256(String text) throws NoSuchAlgorithmException {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String draw(String xml) throws IOException {
		Page page = browser.visitor(1600, 900);
		page.setContent("<!doctype html><html><body></body></html>");
		page.addScriptTag(new Page.AddScriptTagOptions().setContent(Files.readString(VIEWER)));
		@SuppressWarnings("unchecked")
		Map<String, Object> drawn = (Map<String, Object>) page.evaluate(DRAW, xml);
		page.context().close();
		assertThat((List<?>) drawn.get("warnings")).isEmpty();
		return onWhite((String) drawn.get("svg"));
	}

	/** Readable in a dark page, too. */
	private static String onWhite(String svg) {
		return svg.replaceFirst("(<svg [^>]*>)",
				"$1<rect x=\"-10000\" y=\"-10000\" width=\"20000\" height=\"20000\" fill=\"white\"/>");
	}

}
