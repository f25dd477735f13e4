package dev.parley.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Sanction;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class CaseMessagesTest {

	private static final String MODEL = """
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
			        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
			  <bpmn:message id="Message_Test" name="Msg_Test" />
			  <bpmn:process id="WaitForTest" isExecutable="true" camunda:historyTimeToLive="P3650D">
			    <bpmn:startEvent id="Start" />
			    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Wait" />
			    <bpmn:intermediateCatchEvent id="Wait">
			      <bpmn:messageEventDefinition messageRef="Message_Test" />
			    </bpmn:intermediateCatchEvent>
			    <bpmn:sequenceFlow id="F2" sourceRef="Wait" targetRef="End" />
			    <bpmn:endEvent id="End" />
			  </bpmn:process>
			</bpmn:definitions>""";

	@Autowired
	CaseMessages messages;

	@Autowired
	Stage stage;

	@Autowired
	Sanction sanction;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	private String deployment = "";

	@BeforeEach
	void deploy() {
		this.sanction.run(() -> {
			Deployment deployed = this.repository.createDeployment()
				.addInputStream("WaitForTest.bpmn", new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)))
				.deploy();
			this.deployment = deployed.getId();
		});
	}

	@AfterEach
	void tidyUp() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@Test
	void reachesEveryProcessThatWaits() {
		List.of(this.stage.raise(), this.stage.raise())
			.forEach((caseId) -> this.runtime.startProcessInstanceByKey("WaitForTest", caseId,
					Map.of("caseId", caseId)));
		assertThat(waiting()).isEqualTo(2);

		this.stage.as("sponsor", () -> {
			this.messages.sendToAllWaiting("Msg_Test");
			return null;
		});

		assertThat(waiting()).isZero();
	}

	@Test
	void isContentWhereNobodyWaits() {
		this.messages.sendToAllWaiting("Msg_Test");

		assertThat(waiting()).isZero();
	}

	private long waiting() {
		return this.runtime.createProcessInstanceQuery().processDefinitionKey("WaitForTest").count();
	}

}
