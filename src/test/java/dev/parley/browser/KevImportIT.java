package dev.parley.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.ParleyTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An import of the catalog on its page, from the dry run to the task of a case. */
@Tag("own-engine")
@ParleyTest
@TestPropertySource(properties = "test.database=of its own")
class KevImportIT {

	private static final Path SAMPLE = Path.of("src/main/resources/demo/kev-sample.csv");

	private static final int TOO_LARGE = 21 * 1024 * 1024;

	static Browser browser;

	@LocalServerPort
	int port;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@Test
	void importsTheCatalogAfterADryRunAndShowsItsFindingsInTheTask() {
		try (Participant ciso = Participant.signIn(browser, "http://localhost:" + this.port + "/", "ciso")) {
			Page page = ciso.page();
			page.getByRole(AriaRole.NAVIGATION).getByText("Imports").click();
			assertThat(page.getByText("Nothing has been imported so far.")).isVisible();
			Locator result = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Result"));

			page.getByLabel("Catalog file")
				.setInputFiles(new FilePayload("kev.csv", "text/csv", "no catalog".getBytes(StandardCharsets.UTF_8)));
			button(page, "Dry run first").click();
			assertThat(result.getByRole(AriaRole.ALERT)).containsText("does not name the columns of the catalog");

			page.getByLabel("Catalog file").setInputFiles(new FilePayload("huge.csv", "text/csv", new byte[TOO_LARGE]));
			button(page, "Dry run first").click();
			assertThat(result.getByRole(AriaRole.ALERT)).containsText("larger than 20 MB");

			page.getByLabel("Catalog file").setInputFiles(SAMPLE);
			button(page, "Dry run first").click();
			assertThat(result).containsText("Dry run: nothing was written");
			ciso.screenshot("kev-dry-run");
			button(page, "Import for real").click();
			assertThat(result).containsText("Imported");
			assertThat(result.getByRole(AriaRole.LINK).first()).isVisible();
			assertThat(page.locator("#past")).containsText("kev-sample.csv");
			ciso.screenshot("kev-imported");

			result.getByRole(AriaRole.ROW)
				.filter(new Locator.FilterOptions().setHasText("Perimeter firewall"))
				.getByRole(AriaRole.LINK)
				.click();
			assertThat(page.getByRole(AriaRole.TABLE)).containsText("CVE-2024-55591");
			assertThat(page.getByText("Past", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
			ciso.screenshot("kev-case");
			ciso.open("State security position", "Known exploited vulnerabilities of Perimeter firewall");
			assertThat(page.locator(".fjs-form").first()).containsText("4 known exploited vulnerabilities");
			assertThat(page.locator(".fjs-form").first()).containsText("CVE-2024-55591: ");
			ciso.screenshot("kev-task");
		}
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
