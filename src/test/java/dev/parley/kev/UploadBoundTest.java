package dev.parley.kev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Files are taken where the catalog is imported, and by the engine. */
@ParleyTest
class UploadBoundTest {

	/** After which a server that waits for the body has failed. */
	private static final int MILLISECONDS = 20_000;

	private static final byte[] FORM = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n1\r\n--x--\r\n"
		.getBytes(StandardCharsets.UTF_8);

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "/sign-in, Content-Length: 1000000", "/sign-in, Transfer-Encoding: chunked",
			"/, Transfer-Encoding: chunked", "/imports/kev/more, Content-Length: 1000000",
			"/x/imports/kev, Content-Length: 1000000", "/api/v1/risks, Transfer-Encoding: chunked",
			"/camunda/app/welcome, Content-Length: 1000000" })
	void refusesFilesOfAnybodyBeforeAnythingOfThemArrives(String path, String length) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(MILLISECONDS);
			socket.getOutputStream()
				.write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: Multipart/form-data; boundary=x\r\n%s\r\n\r\n"
					.formatted(path, length)
					.getBytes(StandardCharsets.UTF_8));

			BufferedReader answer = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

			assertThat(answer.readLine()).startsWith("HTTP/1.1 415");
		}
	}

	@Test
	void saysWhatItRefuses() {
		Answer page = form("/sign-in");
		Answer api = form("/api/v1/risks");

		assertThat(page.status()).isEqualTo(415);
		assertThat(page.body()).contains("No files are taken here");
		assertThat(api.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(api.json().path("detail").asText()).isEqualTo(
				"No files and no multipart forms are taken here. Send JSON; only /api/v1/imports/kev takes a file.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/deployment/create", "/camunda/api/engine/engine/default/deployment/create",
			"/api/v1/imports/kev" })
	void leavesTheEngineAndTheImportAlone(String path) {
		assertThat(form(path).status()).isEqualTo(401);
	}

	private Answer form(String path) {
		return Caller.nobody(this.port).raw(path, "multipart/form-data; boundary=x", FORM);
	}

}
