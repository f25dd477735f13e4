package dev.parley;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Calls Parley over HTTP: as nobody, with HTTP Basic, or like a browser with a session.
 * Follows no redirect, and sends paths as they are.
 */
public final class Caller {

	public static final String PASSWORD = "parley";

	private static final HttpClient WITHOUT_COOKIES = HttpClient.newHttpClient();

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final int port;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client;

	private final @Nullable String credentials;

	private Caller(int port, boolean session, @Nullable String credentials) {
		this.port = port;
		this.client = session ? HttpClient.newBuilder().cookieHandler(this.cookies).build() : WITHOUT_COOKIES;
		this.credentials = credentials;
	}

	/** Somebody who has not signed in. */
	public static Caller nobody(int port) {
		return new Caller(port, false, null);
	}

	/** A user with HTTP Basic and the demo's password. */
	public static Caller of(String user, int port) {
		return of(user, PASSWORD, port);
	}

	/** A user with HTTP Basic. */
	public static Caller of(String user, String password, int port) {
		byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
		return new Caller(port, false, "Basic " + Base64.getEncoder().encodeToString(pair));
	}

	/** A system with an access token. */
	public static Caller withToken(String token, int port) {
		return new Caller(port, false, "Bearer " + token);
	}

	/** A browser that keeps cookies and has not signed in. */
	public static Caller browser(int port) {
		return new Caller(port, true, null);
	}

	/** A browser with the session of a demo user. */
	public static Caller browserOf(String user, int port) {
		Caller browser = browser(port);
		browser.signIn(user, PASSWORD);
		return browser;
	}

	/** Fills in the sign-in page. */
	public Answer signIn(String user, String password) {
		return form("/sign-in", Map.of("username", user, "password", password, "_csrf", formToken("/sign-in")));
	}

	/** The token in the first form of a page. */
	public String formToken(String page) {
		Matcher token = FORM_TOKEN.matcher(get(page).body());
		return token.find() ? token.group(1) : "none";
	}

	public Optional<String> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	public Answer get(String path) {
		return send("GET", path, null);
	}

	public Answer post(String path, Object body) {
		return send("POST", path, body);
	}

	public Answer put(String path, Object body) {
		return send("PUT", path, body);
	}

	public Answer delete(String path) {
		return send("DELETE", path, null);
	}

	/** Sends a body as JSON. */
	public Answer send(String method, String path, @Nullable Object body, String... headers) {
		BodyPublisher publisher = (body != null) ? BodyPublishers.ofString(json(body)) : BodyPublishers.noBody();
		return exchange(method, path, publisher, "application/json", headers);
	}

	/** Posts fields as a form of a page does. */
	public Answer form(String path, Map<String, String> fields, String... headers) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return exchange("POST", path, BodyPublishers.ofString(body), "application/x-www-form-urlencoded", headers);
	}

	/** Posts a file, and fields before it. */
	public Answer upload(String path, Map<String, String> fields, String fileName, String content, String... headers) {
		String boundary = "----parley";
		List<String> parts = new ArrayList<>();
		fields.forEach((name, value) -> parts
			.add("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
		parts.add(
				"--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n"
					.formatted(boundary, fileName.equals("content") ? "content" : "data", fileName, content, boundary));
		return exchange("POST", path, BodyPublishers.ofString(String.join("", parts)),
				"multipart/form-data; boundary=" + boundary, headers);
	}

	/** Posts a body as it is. */
	public Answer raw(String path, String contentType, byte[] body) {
		return exchange("POST", path, BodyPublishers.ofByteArray(body), contentType);
	}

	/** Posts a file as the part {@code file} of a form, with fields before it. */
	public Answer file(String path, Map<String, String> fields, String fileName, byte[] content, String... headers) {
		String boundary = "----parley";
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		fields.forEach((name,
				value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
					.formatted(boundary, name, value)
					.getBytes(StandardCharsets.UTF_8)));
		body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
			.formatted(boundary, fileName)
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
		return exchange("POST", path, BodyPublishers.ofByteArray(body.toByteArray()),
				"multipart/form-data; boundary=" + boundary, headers);
	}

	private Answer exchange(String method, String path, BodyPublisher body, String type, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
			.method(method, body)
			.header("Accept", "text/html, application/json, */*")
			.header("Content-Type", type);
		if (this.credentials != null) {
			request.header("Authorization", this.credentials);
		}
		for (int index = 0; index < headers.length; index += 2) {
			request.setHeader(headers[index], headers[index + 1]);
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
			return new Answer(method + " " + path, response.statusCode(), response.body(), response.headers());
		}
		catch (IOException ex) {
			throw new IllegalStateException(path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(path, ex);
		}
	}

	/** Beneath Parley, unless a redirect named another server. */
	private URI address(String path) {
		return URI.create(path.startsWith("http") ? path : "http://localhost:" + this.port + path);
	}

	private static String json(Object body) {
		try {
			return (body instanceof String text) ? text : JSON.writeValueAsString(body);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A body of typed values, as {@code submit-form} takes it. */
	public static Map<String, Object> variables(Map<String, Object> values) {
		return Map.of("variables",
				values.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> Map.of("value", entry.getValue()))));
	}

	/**
	 * What Parley answered.
	 *
	 * @param request the request, to be named when a test fails
	 * @param status HTTP status
	 * @param body the body
	 * @param headers the headers
	 */
	public record Answer(String request, int status, String body, HttpHeaders headers) {

		public boolean isOk() {
			return this.status >= 200 && this.status < 300;
		}

		public JsonNode json() {
			try {
				return JSON.readTree(this.body);
			}
			catch (JsonProcessingException ex) {
				throw new AssertionError(this.toString(), ex);
			}
		}

		public String message() {
			return json().path("message").asText();
		}

		public String header(String name) {
			return String.join(" && ", this.headers.allValues(name));
		}

		@Override
		public String toString() {
			return this.request + " -> " + this.status + " " + this.body;
		}

	}

}
