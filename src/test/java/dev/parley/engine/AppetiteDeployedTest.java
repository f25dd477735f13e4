package dev.parley.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A changed RiskAppetite is deployed at a start: the register goes by it, and the page
 * tells what it came to. It has models and a database of its own.
 */
@Tag("own-engine")
@ParleyTest
class AppetiteDeployedTest {

	private static final Path MODELS = Path.of("target", "models-of-another-appetite");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	ModelDeployer deployer;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void ownModels(DynamicPropertyRegistry registry) throws IOException {
		FileSystemUtils.deleteRecursively(MODELS);
		FileSystemUtils.copyRecursively(Path.of("processes"), MODELS.resolve("processes"));
		FileSystemUtils.copyRecursively(Path.of("forms"), MODELS.resolve("forms"));
		registry.add("parley.models.location", () -> "file:./" + MODELS + "/");
	}

	@Test
	void movesRisksAndShowsItToThoseWhoMayOpenThem() throws IOException {
		String accepted = this.stage.upToDecision(3, 3);
		this.stage.complete("cio", accepted, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", accepted, "GiveAssurance", Stage.assured());
		String treated = this.stage.upToTreatment(4, 4);
		this.stage.complete("cio", treated, "CompleteAction", Stage.answers("done", true));
		this.stage.complete("ciso", treated, "VerifyTreatment",
				Stage.answers("outcome", "EFFECTIVE", "likelihood", 3, "impact", 3, "reasoning", "It was tested."));
		String open = this.stage.upToDecision(1, 1);

		deployWithLessToleranceForSharedAssets();
		this.deployer.afterSingletonsInstantiated();

		assertThat(bands(accepted)).isEqualTo("ABOVE_TOLERANCE WITHIN_TOLERANCE");
		assertThat(bands(open)).isEqualTo("WITHIN_APPETITE WITHIN_APPETITE");
		assertThat(this.jdbc.sql("select count(*) from appetite_change where asset_class = 'SHARED'")
			.query(Long.class)
			.single()).isEqualTo(6);
		assertThat(page("cio"))
			.contains("2 open risks are in another band. One is measured otherwise and stays in its band.",
					"Low, Medium, High", "Low, Low, High", "Within tolerance", "Above tolerance", riskOf(accepted),
					accepted, "1 acceptance or exemption became outdated, and is reviewed.")
			.doesNotContain(riskOf(open), "The appetite has not changed");
		assertThat(page("member1"))
			.contains("2 open risks are in another band", "2 more are not listed, or not for you to open",
					"1 acceptance or exemption became outdated")
			.doesNotContain(riskOf(accepted), accepted);
		assertThat(page("cio",
				"?before=" + this.jdbc.sql("select max(number) from rules_applied").query(Integer.class).single()))
			.doesNotContain("in another band");
	}

	private static void deployWithLessToleranceForSharedAssets() throws IOException {
		Path table = MODELS.resolve("processes").resolve("RiskAppetite.dmn");
		Files.writeString(table,
				Files.readString(table).replaceFirst("(?s)(Rule_SharedAny_Tolerance\">\\s*<text>)3", "$12"));
	}

	private String page(String user) {
		return page(user, "");
	}

	private String page(String user, String query) {
		return Caller.browserOf(user, this.port).get("/register/appetite" + query).body();
	}

	/** That of the risk now, and that of the case, which keeps its own. */
	private String bands(String caseId) {
		return this.jdbc
			.sql("select r.band || ' ' || c.band from risk_case c join risk r using (risk_id) where c.case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

}
