package dev.parley.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * A real browser: the Chromium or Chrome that is installed, else the one that Playwright
 * brings. A missing browser fails the test; it never skips it.
 */
final class Browser {

	private static final List<Path> INSTALLED = Stream
		.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
				"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
				"C:/Program Files/Google/Chrome/Application/chrome.exe")
		.map(Path::of)
		.toList();

	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final double PATIENCE_MILLIS = 30_000;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	Browser() {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		LaunchOptions options = new LaunchOptions().setArgs(QUIET);
		List<Path> found = INSTALLED.stream().filter(Files::exists).toList();
		this.playwright = Playwright.create(new Playwright.CreateOptions()
			.setEnv(found.isEmpty() ? Map.of() : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		if (!found.isEmpty()) {
			options.setExecutablePath(found.get(0));
		}
		this.browser = this.playwright.chromium().launch(options);
	}

	/** A new, signed-out visitor. */
	Page visitor(int width, int height) {
		BrowserContext context = this.browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height)
				.setLocale("en-GB")
				.setTimezoneId("Europe/Brussels"));
		return context.newPage();
	}

	void close() {
		this.playwright.close();
	}

}
