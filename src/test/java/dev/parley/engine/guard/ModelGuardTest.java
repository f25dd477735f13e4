package dev.parley.engine.guard;

import java.util.List;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@ParleyTest
class ModelGuardTest {

	private static final String DEPLOYMENT = "deployment of a test";

	private static final String HARMLESS = task(
			"<bpmn:serviceTask id=\"T\" camunda:delegateExpression=\"${settleCase}\" />");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	RepositoryService repository;

	@Autowired
	Sanction sanction;

	@AfterEach
	void deleteDeployments() {
		this.repository.createDeploymentQuery()
			.deploymentName(DEPLOYMENT)
			.list()
			.forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "requester", "process-owner", "admin" })
	void refusesToDeployPastTheSanctionedWay(String user) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> deployAs(user))
			.withMessageContaining("parley.models.location")
			.matches((refusal) -> refusal.status() == 403);
		assertThat(deployments()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "cio", "auditor", "process-owner", "admin" })
	void refusesToDeployThroughRest(String user) {
		for (String file : List.of("x.bpmn", "x.dmn", "x.form", "x.cmmn", "x.txt")) {
			Answer answer = Caller.of(user, this.port)
				.upload("/engine-rest/deployment/create", Map.of("deployment-name", DEPLOYMENT), file, HARMLESS);

			assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		}
		assertThat(deployments()).isEmpty();
	}

	@Test
	void refusesToDeployThroughTheWebappsToo() {
		Caller browser = Caller.browserOf("admin", this.port);
		browser.get("/camunda/app/welcome/default/");

		Answer answer = browser.upload("/camunda/api/engine/engine/default/deployment/create",
				Map.of("deployment-name", DEPLOYMENT), "x.bpmn", HARMLESS, "X-XSRF-TOKEN",
				browser.cookie("XSRF-TOKEN").orElse("none"));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		assertThat(answer.message()).contains("parley.models.location");
		assertThat(deployments()).isEmpty();
	}

	@Test
	void deploysAModelThatKeepsTheRules() {
		this.sanction.run(() -> deploy("x.bpmn", HARMLESS));

		assertThat(deployments()).hasSize(1);
	}

	@Test
	void endsTheSanctionWithItsAction() {
		this.sanction.run(() -> deploy("x.bpmn", HARMLESS));

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> deploy("y.bpmn", HARMLESS));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void refusesAModelAndNamesTheElement(String fault, String model, String... named) {
		assertThatExceptionOfType(ParseException.class).as(fault)
			.isThrownBy(() -> this.sanction.run(() -> deploy("x.bpmn", model)))
			.satisfies((refusal) -> assertThat(refusal.getMessage()).contains(named));
		assertThat(deployments()).isEmpty();
	}

	static List<Arguments> faults() {
		return List.of(fault("script task", task(
				"<bpmn:scriptTask id=\"T\" scriptFormat=\"juel\"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>"),
				"scriptTask T"),
				fault("class", task("<bpmn:serviceTask id=\"T\" camunda:class=\"java.lang.Object\" />"),
						"serviceTask T", "camunda:class"),
				fault("class in the older namespace",
						task("<bpmn:serviceTask id=\"T\" activiti:class=\"java.lang.Object\" />"), "serviceTask T",
						"class"),
				fault("expression", task("<bpmn:serviceTask id=\"T\" camunda:expression=\"${1 + 1}\" />"),
						"serviceTask T", "camunda:expression"),
				fault("expression in the older namespace",
						task("<bpmn:serviceTask id=\"T\" activiti:expression=\"${1 + 1}\" />"), "serviceTask T",
						"expression"),
				fault("unknown delegate",
						task("<bpmn:serviceTask id=\"T\" camunda:delegateExpression=\"${dataSource}\" />"),
						"serviceTask T", "${dataSource}", "settleCase"),
				fault("delegate with a call",
						task("<bpmn:serviceTask id=\"T\" camunda:delegateExpression=\"${settleCase.getClass()}\" />"),
						"serviceTask T", "settleCase.getClass()"),
				fault("unknown delegate in the older namespace",
						task("<bpmn:serviceTask id=\"T\" activiti:delegateExpression=\"${dataSource}\" />"),
						"serviceTask T", "${dataSource}"),
				fault("external task",
						task("<bpmn:serviceTask id=\"T\" camunda:type=\"external\" camunda:topic=\"t\" />"),
						"serviceTask T", "camunda:type"),
				fault("shell", task("<bpmn:serviceTask id=\"T\" camunda:type=\"shell\" />"), "serviceTask T",
						"camunda:type"),
				fault("connector", task("""
						<bpmn:serviceTask id="T"><bpmn:extensionElements><camunda:connector>
						  <camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>
						</bpmn:extensionElements></bpmn:serviceTask>"""), "connector"),
				fault("script as an input", task("""
						<bpmn:serviceTask id="T" camunda:delegateExpression="${settleCase}"><bpmn:extensionElements>
						  <camunda:inputOutput><camunda:inputParameter name="x">
						    <camunda:script scriptFormat="groovy">1</camunda:script>
						  </camunda:inputParameter></camunda:inputOutput>
						</bpmn:extensionElements></bpmn:serviceTask>"""), "script"), fault("injected field", task("""
						<bpmn:serviceTask id="T" camunda:delegateExpression="${settleCase}"><bpmn:extensionElements>
						  <camunda:field name="x" stringValue="y" />
						</bpmn:extensionElements></bpmn:serviceTask>"""), "field"),
				fault("class as a listener", listener("class=\"java.lang.Object\""), "executionListener", "class"),
				fault("expression as a listener", listener("expression=\"${1 + 1}\""), "executionListener",
						"expression"),
				fault("unknown delegate as a listener", listener("delegateExpression=\"${dataSource}\""),
						"executionListener", "${dataSource}"),
				fault("script as a listener",
						task("""
								<bpmn:serviceTask id="T" camunda:delegateExpression="${settleCase}"><bpmn:extensionElements>
								  <camunda:executionListener event="start"><camunda:script scriptFormat="juel">${1}</camunda:script>
								  </camunda:executionListener>
								</bpmn:extensionElements></bpmn:serviceTask>"""),
						"script"),
				fault("class as a task listener", userTask("camunda:candidateGroups=\"cio\"", """
						<bpmn:extensionElements><camunda:taskListener event="create" class="java.lang.Object" />
						</bpmn:extensionElements>"""), "taskListener", "class"),
				fault("expression as a task listener", userTask("camunda:candidateGroups=\"cio\"", """
						<bpmn:extensionElements><camunda:taskListener event="complete" expression="${1 + 1}" />
						</bpmn:extensionElements>"""), "taskListener", "expression"),
				fault("variable mapping", task("""
						<bpmn:callActivity id="T" calledElement="RiskIntake" camunda:calledElementBinding="deployment"
						    camunda:variableMappingClass="java.lang.Object" />"""), "callActivity T",
						"camunda:variableMappingClass"),
				fault("class behind a message", task("""
						<bpmn:intermediateThrowEvent id="T"><bpmn:messageEventDefinition id="M"
						    camunda:class="java.lang.Object" /></bpmn:intermediateThrowEvent>"""),
						"messageEventDefinition M", "camunda:class"),
				fault("form key",
						task("""
								<bpmn:userTask id="UserTask_DecideRisk" camunda:formKey="embedded:app:x.html"
								    camunda:formRef="DecideRisk" camunda:formRefBinding="deployment" camunda:candidateGroups="cio" />"""),
						"userTask UserTask_DecideRisk", "camunda:formKey"),
				fault("form fields", userTask("camunda:candidateGroups=\"cio\"", """
						<bpmn:extensionElements><camunda:formData><camunda:formField id="x" type="string" />
						</camunda:formData></bpmn:extensionElements>"""), "formData"),
				fault("unknown form", task("""
						<bpmn:userTask id="UserTask_Unknown" camunda:formRef="Unknown"
						    camunda:formRefBinding="deployment" camunda:candidateGroups="cio" />"""),
						"userTask UserTask_Unknown", "form Unknown", "DecideRisk"),
				fault("task named otherwise than its form", task("""
						<bpmn:userTask id="UserTask_Other" camunda:formRef="DecideRisk"
						    camunda:formRefBinding="deployment" camunda:candidateGroups="cio" />"""),
						"userTask UserTask_Other"),
				fault("no form", task("<bpmn:userTask id=\"UserTask_X\" camunda:candidateGroups=\"cio\" />"),
						"userTask UserTask_X"),
				fault("unknown group", userTask("camunda:candidateGroups=\"cio, interns\"", ""),
						"userTask UserTask_DecideRisk", "\"interns\""),
				fault("for nobody", userTask("", ""), "userTask UserTask_DecideRisk", "for nobody"),
				fault("for persons", userTask("camunda:candidateGroups=\"cio\" camunda:candidateUsers=\"admin\"", ""),
						"userTask UserTask_DecideRisk", "offered to persons"),
				fault("for persons in the older namespace",
						userTask("camunda:candidateGroups=\"cio\" activiti:candidateUsers=\"admin\"", ""),
						"userTask UserTask_DecideRisk", "offered to persons"),
				fault("for persons in BPMN's own words", userTask("camunda:candidateGroups=\"cio\"",
						"""
								<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(admin),
								group(interns)</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"""),
						"potentialOwner"),
				fault("form of the latest version", task("""
						<bpmn:userTask id="UserTask_DecideRisk" camunda:formRef="DecideRisk"
						    camunda:formRefBinding="latest" camunda:candidateGroups="cio" />"""),
						"userTask UserTask_DecideRisk", "formRefBinding", "latest"),
				fault("decision of the latest version",
						task("<bpmn:businessRuleTask id=\"T\" camunda:decisionRef=\"RiskLevel\" />"),
						"businessRuleTask T", "decisionRefBinding"),
				fault("call of a version", task("""
						<bpmn:callActivity id="T" calledElement="RiskIntake" camunda:calledElementBinding="version"
						    camunda:calledElementVersion="1" />"""), "callActivity T", "calledElementBinding",
						"version"),
				fault("call of the latest version", task("<bpmn:callActivity id=\"T\" calledElement=\"RiskIntake\" />"),
						"callActivity T", "calledElementBinding"),
				fault("short history", HARMLESS.replace("3650", "180"), "process Test", "180 days", "3650"),
				fault("short history as a period", HARMLESS.replace("3650", "P180D"), "process Test", "180 days"),
				fault("short history in the older namespace",
						HARMLESS.replace("camunda:historyTimeToLive", "activiti:historyTimeToLive")
							.replace("3650", "180"),
						"process Test"),
				fault("no history", HARMLESS.replace("camunda:historyTimeToLive=\"3650\"", ""), "process Test"),
				fault("condition in a language",
						condition(
								"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">true"
										+ "</bpmn:conditionExpression>"),
						"conditionExpression", "language"),
				fault("condition out of a file", condition(
						"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" camunda:resource=\"x.groovy\" language=\"groovy\" />"),
						"conditionExpression", "camunda:resource"),
				fault("conditional event in a language", task("""
						<bpmn:intermediateCatchEvent id="T"><bpmn:conditionalEventDefinition id="C">
						  <bpmn:condition xsi:type="bpmn:tFormalExpression" language="groovy">true</bpmn:condition>
						</bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"""), "condition", "language"));
	}

	@Test
	void namesAllFaultsAtOnce() {
		String model = task("<bpmn:serviceTask id=\"T\" camunda:class=\"x.Y\" />").replace("3650", "180");

		assertThatExceptionOfType(ParseException.class)
			.isThrownBy(() -> this.sanction.run(() -> deploy("x.bpmn", model)))
			.withMessageContaining("serviceTask T")
			.withMessageContaining("process Test");
	}

	private static Arguments fault(String name, String model, String... named) {
		return arguments(name, model, named);
	}

	private static String listener(String what) {
		return task("""
				<bpmn:serviceTask id="T" camunda:delegateExpression="${settleCase}"><bpmn:extensionElements>
				  <camunda:executionListener event="start" %s />
				</bpmn:extensionElements></bpmn:serviceTask>""".formatted(what));
	}

	private static String userTask(String attributes, String content) {
		return task(
				"""
						<bpmn:userTask id="UserTask_DecideRisk" camunda:formRef="DecideRisk" camunda:formRefBinding="deployment" %s>%s
						</bpmn:userTask>"""
					.formatted(attributes, content));
	}

	private static String condition(String condition) {
		return process(
				"""
						<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" /><bpmn:endEvent id="E" /><bpmn:endEvent id="F" />
						<bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="G" />
						<bpmn:sequenceFlow id="F2" sourceRef="G" targetRef="E">%s</bpmn:sequenceFlow>
						<bpmn:sequenceFlow id="F3" sourceRef="G" targetRef="F">%s</bpmn:sequenceFlow>"""
					.formatted(condition, condition));
	}

	private static String task(String task) {
		String id = task.replaceAll("(?s)^\\s*<[^>]*? id=\"(\\w+)\".*", "$1");
		return process("""
				<bpmn:startEvent id="S" />%s<bpmn:endEvent id="E" />
				<bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="%s" />
				<bpmn:sequenceFlow id="F2" sourceRef="%s" targetRef="E" />""".formatted(task, id, id));
	}

	private static String process(String content) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
				    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
				    id="D" targetNamespace="x">
				  <bpmn:process id="Test" isExecutable="true" camunda:historyTimeToLive="3650">
				    %s
				  </bpmn:process>
				</bpmn:definitions>
				""".formatted(content);
	}

	private Deployment deployAs(String user) {
		return user.equals("nobody") ? deploy("x.bpmn", HARMLESS)
				: this.stage.as(user, () -> deploy("x.bpmn", HARMLESS));
	}

	private Deployment deploy(String name, String model) {
		return this.repository.createDeployment().name(DEPLOYMENT).addString(name, model).deploy();
	}

	private List<Deployment> deployments() {
		return this.repository.createDeploymentQuery().deploymentName(DEPLOYMENT).list();
	}

}
