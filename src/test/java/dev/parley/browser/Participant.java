package dev.parley.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who works with Parley in a browser, as people do. */
final class Participant implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private final Page page;

	private final String home;

	private final String user;

	private Participant(Page page, String home, String user) {
		this.page = page;
		this.home = home;
		this.user = user;
	}

	static Participant signIn(Browser browser, String home, String user) {
		Participant participant = new Participant(browser.visitor(1360, 1000), home, user);
		participant.page.navigate(home);
		participant.page.getByLabel("User name").fill(user);
		participant.page.getByLabel("Password").fill("parley");
		participant.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
		assertThat(participant.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Waiting for me")))
			.isVisible();
		return participant;
	}

	Page page() {
		return this.page;
	}

	/** Opens the start form of a new case from the start page. */
	Participant raiseRisk() {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Raise a risk")).click();
		assertThat(field("title")).isVisible();
		return this;
	}

	/** Sends the start form. */
	void start() {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start").setExact(true)).click();
		assertThat(field("title")).isHidden();
	}

	/**
	 * Opens a task from the start page by its case or the title of its risk, and claims
	 * it.
	 */
	Participant open(String task, String about) {
		this.page.navigate(this.home);
		Locator row = this.page.locator("li, tr")
			.filter(new Locator.FilterOptions().setHasText(about))
			.filter(new Locator.FilterOptions().setHasText(task))
			.first();
		return claim(row.getByRole(AriaRole.LINK).first());
	}

	/**
	 * Opens a task from the page of its case, and claims it: the start page shows the
	 * most urgent tasks only.
	 */
	Participant openFromCase(String task, String caseId) {
		this.page.navigate(this.home + "cases/" + caseId);
		return claim(this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(task)).first());
	}

	private Participant claim(Locator link) {
		link.click();
		assertThat(this.page.locator(".fjs-form").first()).isVisible();
		Locator claim = this.page.getByText("Claim", new Page.GetByTextOptions().setExact(true));
		if (claim.isVisible()) {
			claim.click();
			assertThat(claim).isHidden();
		}
		return this;
	}

	Participant fill(String key, String value) {
		field(key).fill(value);
		field(key).blur();
		return this;
	}

	Participant check(String key) {
		field(key).check();
		return this;
	}

	/** Ticks the box with a label. */
	Participant checkLabel(String label) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
		return this;
	}

	/** Chooses the n-th of a group of radio buttons, from 1. */
	Participant choose(String key, int number) {
		this.page.locator("[id$='-Field_" + key + "-" + (number - 1) + "']").check();
		return this;
	}

	Participant select(String key, String label) {
		field(key).focus();
		this.page.locator(".fjs-dropdownlist").getByText(label, new Locator.GetByTextOptions().setExact(true)).click();
		return this;
	}

	/** Fills in a date as a person in Britain types it. */
	Participant date(String key, String day) {
		Locator date = this.page.locator("[id$='-Field_" + key + "-date']");
		date.fill(day);
		date.press("Enter");
		date.press("Escape");
		return this;
	}

	/** Completes the open task. */
	void complete() {
		Locator complete = this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
		complete.click();
		assertThat(complete).isHidden();
	}

	/** Tries to complete the open task, and is refused with these words. */
	void completeRefused(String words) {
		Locator complete = this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
		complete.click();
		assertThat(this.page.locator("[notifications-panel]")).containsText(words);
		assertThat(complete).isEnabled();
	}

	Participant screenshot(String name) {
		this.page
			.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
		return this;
	}

	Locator field(String key) {
		return this.page.locator("[id$='-Field_" + key + "']");
	}

	String user() {
		return this.user;
	}

	@Override
	public void close() {
		this.page.context().close();
	}

}
