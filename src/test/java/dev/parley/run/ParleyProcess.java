package dev.parley.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parley in a JVM of its own, as it is run outside of tests. */
final class ParleyProcess implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("Parley is ready:\\s+(http://localhost:\\d+)");

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final long PATIENCE_SECONDS = 120;

	private final Process process;

	private final StringBuffer output = new StringBuffer();

	private final CompletableFuture<String> address = new CompletableFuture<>();

	private final CompletableFuture<Void> read;

	private ParleyProcess(List<String> command, Map<String, String> settings) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("PARLEY_"));
		builder.environment().putAll(settings);
		this.process = builder.redirectErrorStream(true).start();
		this.read = CompletableFuture.runAsync(this::read);
	}

	/** Starts the demo on a folder, from the compiled classes. */
	static ParleyProcess demo(Path data, Path models) throws IOException {
		return new ParleyProcess(List.of(java(), "-cp", System.getProperty("java.class.path"),
				"dev.parley.ParleyApplication", "--spring.profiles.active=demo", "--server.port=0",
				"--parley.demo.directory=" + data, "--parley.models.location=" + models.toUri()), Map.of());
	}

	/** Starts the packaged jar with settings from the environment. */
	static ParleyProcess jar(Map<String, String> settings, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(java(), "-jar", packaged().toString(), "--server.port=0"));
		command.addAll(List.of(arguments));
		return new ParleyProcess(command, settings);
	}

	/** The packaged jar. */
	static Path packaged() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("parley-.*\\.jar"))
				.findFirst()
				.orElseThrow(() -> new AssertionError("The jar is not packaged: run mvn verify"));
		}
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				this.output.append(line).append('\n');
				Matcher ready = READY.matcher(line);
				if (ready.find()) {
					this.address.complete(ready.group(1));
				}
			}
		}
		catch (IOException ex) {
			this.output.append(ex);
		}
		this.address.completeExceptionally(new AssertionError("Parley did not start:\n" + this.output));
	}

	/** Waits until Parley is ready. */
	ParleyProcess ready() throws Exception {
		this.address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		return this;
	}

	/** The port it listens on, once it is ready. */
	int port() throws Exception {
		return URI.create(this.address.get()).getPort();
	}

	/** Waits until Parley has ended by itself, and returns all that it printed. */
	String ended() throws Exception {
		this.read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		return this.output.toString();
	}

	String output() {
		return this.output.toString();
	}

	/** Kills the JVM as {@code kill -9} does. */
	void kill() throws Exception {
		this.process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** Calls the REST interface with HTTP Basic. */
	HttpResponse<String> call(String user, String password, String method, String path, String body) throws Exception {
		String credentials = Base64.getEncoder()
			.encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address.get() + path))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
	}

	@Override
	public void close() throws Exception {
		this.process.destroy();
		if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			kill();
		}
	}

}
