package dev.parley.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What the run command does with its data and models over restarts. */
class RunCommandIT {

	private static final String RAISED = """
			{"variables": {"title": {"value": "%s"}, "scenario": {"value": "Exploited"},
			 "category": {"value": "DATA"}, "benefit": {"value": "Remote work"}}}""";

	private static final Pattern DEFINITION_ID = Pattern.compile("\"id\":\"(RiskDecision:[^\"]+)\"");

	@TempDir
	Path folder;

	@Test
	void keepsItsDataOverAKillAndDeploysWhatWasEdited() throws Exception {
		Path models = copyOfModels();
		Path data = this.folder.resolve("data");

		ParleyProcess running = ParleyProcess.demo(data, models).ready();
		String first = definitionId(running);
		raise(running, "Before the kill");
		assertThat(running
			.call("admin", "parley", "POST", "/engine-rest/filter/create",
					"{\"resourceType\": \"Task\", \"name\": \"My tasks\", \"query\": {}, \"properties\": {}}")
			.statusCode()).isEqualTo(200);
		assertThat(running.output()).contains("files deployed as");
		running.kill();
		assertThat(server(data)).as("the database server outlives the killed JVM").isPresent();

		try (ParleyProcess second = ParleyProcess.demo(data, models).ready()) {
			assertThat(second.output()).contains("Stopping the database server")
				.contains("nothing changed, nothing deployed");
			assertThat(taskNames(second)).contains("Identify asset").doesNotContain("Name the asset");
		}
		assertThat(server(data)).as("the database server ends with Parley").isEmpty();

		edit(models.resolve("processes/RiskIntake.bpmn"), "name=\"Identify asset\"", "name=\"Name the asset\"");
		try (ParleyProcess third = ParleyProcess.demo(data, models).ready()) {
			raise(third, "After the edit");
			assertThat(taskNames(third)).contains("Identify asset", "Name the asset");
			assertThat(third.call("requester", "parley", "POST", startOf(first), RAISED.formatted("On old rules"))
				.statusCode()).as("a case does not start on an older version").isEqualTo(400);
			assertThat(
					third.call("auditor", "parley", "GET", "/engine-rest/process-definition/count?key=RiskIntake", "")
						.body())
				.contains("\"count\":2");
		}
	}

	@Test
	void namesWhatIsWrongInAModelAndDeploysNothing() throws Exception {
		Path models = copyOfModels();
		edit(models.resolve("processes/CioDecision.bpmn"), "${putDecisionInForce}", "${putDecisionOnIce}");

		try (ParleyProcess refused = ParleyProcess.demo(this.folder.resolve("data"), models)) {
			assertThat(refused.ended()).contains("processes/CioDecision.bpmn")
				.contains("serviceTask ServiceTask_PutDecisionInForce names ${putDecisionOnIce}")
				.contains("Nothing was deployed");
		}
	}

	private static String definitionId(ParleyProcess parley) throws Exception {
		Matcher id = DEFINITION_ID
			.matcher(parley.call("requester", "parley", "GET", "/engine-rest/process-definition/key/RiskDecision", "")
				.body());
		assertThat(id.find()).isTrue();
		return id.group(1);
	}

	private static String startOf(String definitionId) {
		return "/engine-rest/process-definition/" + definitionId + "/submit-form";
	}

	@Test
	void saysWhichFormIsMissing() throws Exception {
		Path models = copyOfModels();
		Files.delete(models.resolve("forms/IdentifyAsset.form"));

		try (ParleyProcess refused = ParleyProcess.demo(this.folder.resolve("data"), models)) {
			assertThat(refused.ended())
				.contains("processes/RiskIntake.bpmn, UserTask_IdentifyAsset needs forms/IdentifyAsset.form");
		}
	}

	private static void raise(ParleyProcess parley, String title) throws Exception {
		assertThat(parley
			.call("requester", "parley", "POST", "/engine-rest/process-definition/key/RiskDecision/submit-form",
					RAISED.formatted(title))
			.statusCode()).isEqualTo(200);
	}

	private static String taskNames(ParleyProcess parley) throws Exception {
		return parley.call("requester", "parley", "GET", "/engine-rest/task?assignee=requester", "").body();
	}

	private static Stream<ProcessHandle> serverProcess(Path data) {
		try {
			Path pidFile = data.resolve("postgresql/postmaster.pid");
			return Files.exists(pidFile)
					? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip())).stream()
					: Stream.empty();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Optional<ProcessHandle> server(Path data) {
		return serverProcess(data).filter(ProcessHandle::isAlive).findFirst();
	}

	private Path copyOfModels() throws IOException {
		Path models = this.folder.resolve("models");
		FileSystemUtils.copyRecursively(Path.of("processes"), models.resolve("processes"));
		FileSystemUtils.copyRecursively(Path.of("forms"), models.resolve("forms"));
		return models;
	}

	private static void edit(Path file, String from, String to) throws IOException {
		String text = Files.readString(file);
		assertThat(text).contains(from);
		Files.writeString(file, text.replace(from, to));
	}

}
