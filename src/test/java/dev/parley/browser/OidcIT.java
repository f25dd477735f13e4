package dev.parley.browser;

import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.Caller;
import dev.parley.Provider;
import dev.parley.ProviderTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Signing in and out at a provider on another site, in a browser that holds to its own
 * rules on cookies, forms and redirects.
 */
@ProviderTest
class OidcIT {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	Provider provider;

	@Autowired
	Stage stage;

	@Autowired
	IdentityService identities;

	@Autowired
	JdbcClient jdbc;

	private Page page;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@BeforeEach
	void open() {
		this.provider.register(this.port);
		this.provider.knows("ada", "ada", "Ada", "camunda-admin");
		this.provider.knows("kim.sato", "kim", "Kim", "cio");
		this.provider.knows("lee", "lee", "Lee", "cio", "ciso");
		// until somebody administers, the webapps lead everybody to their set-up
		this.provider.signIn(Caller.browser(this.port), "ada");
		this.page = browser.visitor(1360, 1000);
	}

	@AfterEach
	void close() {
		this.page.context().close();
	}

	@Test
	void signsInWorksOnTasksAndSignsOutOfBoth() {
		signIn("kim.sato");
		assertThat(this.page.getByText("Kim Sato (kim)")).isVisible();
		raiseRisk();
		this.page.navigate(home());
		this.page.locator("li, tr")
			.filter(new Locator.FilterOptions().setHasText("State IT position"))
			.first()
			.getByRole(AriaRole.LINK)
			.first()
			.click();
		assertThat(this.page.locator(".fjs-form").first()).isVisible();
		this.page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(this.page.getByText("Claim", new Page.GetByTextOptions().setExact(true))).isHidden();
		screenshot("oidc-tasklist");

		this.page.navigate(home());
		button("Sign out").click();

		assertSignedOutOfBoth();
	}

	@Test
	void signsOutOfBothFromTasklist() {
		signIn("kim.sato");
		this.page.navigate(home() + "camunda/app/tasklist/default/");
		this.page.getByText("Kim Sato").first().click();
		this.page.getByText("Log out", new Page.GetByTextOptions().setExact(true)).click();

		assertSignedOutOfBoth();
	}

	@Test
	void explainsWhyAPersonIsNotLetInAndOffersAnotherAccount() {
		enter("lee");

		assertThat(this.page.getByRole(AriaRole.ALERT))
			.containsText("Nobody is in the offices of the CIO and of the CISO at once");
		screenshot("oidc-refused");
		this.page.waitForRequest(
				(request) -> request.url().startsWith(this.provider.issuer()) && request.url().contains("prompt=login"),
				() -> this.page.getByText("Sign in with another account").click());
	}

	private void assertSignedOutOfBoth() {
		assertThat(this.page.getByText("You are signed out.")).isVisible();
		screenshot("oidc-signed-out");
		this.page.getByText("Sign in with Example Corp").click();
		assertThat(this.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))).isVisible();
	}

	private void signIn(String account) {
		enter(account);
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Waiting for me")))
			.isVisible();
	}

	private void enter(String account) {
		this.page.navigate(home());
		screenshot("oidc-sign-in");
		this.page.getByText("Sign in with Example Corp").click();
		this.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Username")).fill(account);
		this.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password")).fill(Provider.PASSWORD);
		button("Sign in").click();
	}

	/** Up to the positions, which are asked of both offices. */
	private void raiseRisk() {
		this.jdbc.sql("""
				insert into asset (asset_id, name, asset_class) values ('A-003', 'Remote access VPN', 'SHARED')
				    on conflict do nothing""").update();
		this.identities.saveUser(this.identities.newUser("rae"));
		this.identities.createMembership("rae", "requester");
		String caseId = this.stage.raise("rae", Stage.raised()).getBusinessKey();
		this.stage.complete("rae", caseId, "IdentifyAsset", Map.of("assetId", "A-003"));
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	private void screenshot(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
	}

	private String home() {
		return "http://localhost:" + this.port + "/";
	}

}
