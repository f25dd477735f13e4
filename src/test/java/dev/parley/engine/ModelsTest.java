package dev.parley.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the models against the code: ids, beans, classes, forms, constants. */
class ModelsTest {

	private static final Path PROCESSES = Path.of("processes");

	private static final Path FORMS = Path.of("forms");

	private static final List<JavaClass> CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.parley")
		.stream()
		.toList();

	static Stream<BpmnModelInstance> models() {
		return stems(PROCESSES, ".bpmn")
			.map((stem) -> Bpmn.readModelFromFile(PROCESSES.resolve(stem + ".bpmn").toFile()));
	}

	@Test
	void namesEveryProcessAfterItsFileAndItsClass() {
		assertThat(models().map(ModelsTest::process).map(Process::getId))
			.containsExactlyElementsOf(stems(PROCESSES, ".bpmn").toList());
		assertThat(classNames("Process")).isEqualTo(models().map(ModelsTest::process)
			.map((process) -> process.getId() + "Process")
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void findsTheClassBehindEachServiceTaskByItsId() {
		Map<String, String> beans = CLASSES.stream()
			.filter((type) -> type.isAssignableTo(JavaDelegate.class))
			.collect(Collectors.toMap((type) -> type.getAnnotationOfType(Component.class).value(),
					JavaClass::getSimpleName));
		Set<String> used = all(ServiceTask.class).map((task) -> {
			String stem = stem(task.getId(), "ServiceTask_");
			String bean = Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
			assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + bean + "}");
			assertThat(beans).containsEntry(bean, stem + "Delegate");
			return bean;
		}).collect(Collectors.toSet());

		assertThat(used).isNotEmpty().isEqualTo(beans.keySet());
	}

	@Test
	void findsTheFormAndTheClassBehindEachUserTaskByItsId() {
		Set<String> forms = Stream
			.concat(all(UserTask.class).peek((task) -> assertThat(task.getId()).isEqualTo("UserTask_" + formRef(task)))
				.map(ModelsTest::formRef),
					all(StartEvent.class).map(ModelsTest::formRef).filter((form) -> form != null))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(forms).isEqualTo(stems(FORMS, ".form").collect(Collectors.toCollection(TreeSet::new)));
		assertThat(classNames("Form"))
			.isEqualTo(forms.stream().map((form) -> form + "Form").collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void findsTheTableBehindEachBusinessRuleTaskByItsId() {
		Set<String> tables = all(BusinessRuleTask.class)
			.peek((task) -> assertThat(task.getId()).isEqualTo("BusinessRuleTask_" + task.getCamundaDecisionRef()))
			.map(BusinessRuleTask::getCamundaDecisionRef)
			.collect(Collectors.toSet());

		assertThat(tables).isNotEmpty();
		assertThat(stems(PROCESSES, ".dmn")).containsAll(tables).contains("RiskLevel", "ServiceLevels");
	}

	@Test
	void declaresEveryVariableThatAModelHandsOn() {
		Set<String> handedOn = Stream
			.concat(all(CamundaIn.class).map(CamundaIn::getCamundaSource),
					all(CamundaOut.class).map(CamundaOut::getCamundaSource))
			.filter((name) -> name != null)
			.collect(Collectors.toSet());

		assertThat(handedOn).isNotEmpty();
		assertThat(declaredVariables()).containsAll(handedOn);
	}

	@Test
	void declaresNoVariableThatNoModelKnows() throws IOException {
		StringBuilder models = new StringBuilder();
		try (Stream<Path> files = Files.list(PROCESSES)) {
			for (Path file : files.toList()) {
				models.append(Files.readString(file));
			}
		}

		assertThat(declaredVariables()).isNotEmpty()
			.allSatisfy((variable) -> assertThat(models).containsPattern("\\b" + variable + "\\b"));
	}

	@Test
	void callsOnlyProcessesThatThereAre() {
		assertThat(all(CallActivity.class).map(CallActivity::getCalledElement)).isNotEmpty()
			.allMatch((called) -> Files.exists(PROCESSES.resolve(called + ".bpmn")));
	}

	@ParameterizedTest
	@MethodSource("models")
	void showsEveryElementInOneLaneOfItsDiagram(BpmnModelInstance model) {
		Set<String> nodes = ids(model, FlowNode.class, FlowNode::getId);
		Set<String> onTop = model.getModelElementsByType(FlowNode.class)
			.stream()
			.filter((node) -> node.getParentElement() instanceof Process)
			.map(FlowNode::getId)
			.collect(Collectors.toSet());
		List<String> inLanes = model.getModelElementsByType(Lane.class)
			.stream()
			.flatMap((lane) -> lane.getFlowNodeRefs().stream())
			.map(FlowNode::getId)
			.toList();
		Set<String> drawn = ids(model, BpmnShape.class, (shape) -> shape.getBpmnElement().getId());

		assertThat(inLanes).containsExactlyInAnyOrderElementsOf(onTop);
		assertThat(drawn).containsAll(nodes);
	}

	@ParameterizedTest
	@MethodSource("models")
	void saysInWordsWhatEachTaskIs(BpmnModelInstance model) {
		assertThat(model.getModelElementsByType(FlowNode.class))
			.filteredOn((node) -> !node.getId().startsWith("Gateway_"))
			.allSatisfy((node) -> assertThat(node.getName()).as(node.getId()).matches("[A-Z][\\w ]+"));
	}

	private static Process process(BpmnModelInstance model) {
		return model.getModelElementsByType(Process.class).iterator().next();
	}

	private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
		return models().flatMap((model) -> model.getModelElementsByType(type).stream());
	}

	private static <T extends ModelElementInstance> Set<String> ids(BpmnModelInstance model, Class<T> type,
			Function<T, String> id) {
		return model.getModelElementsByType(type).stream().map(id).collect(Collectors.toSet());
	}

	private static Set<String> declaredVariables() {
		return CLASSES.stream()
			.filter((type) -> type.getSimpleName().endsWith("Process"))
			.flatMap((type) -> Arrays.stream(type.reflect().getDeclaredFields()))
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
			.map(ModelsTest::value)
			.collect(Collectors.toSet());
	}

	private static String formRef(ModelElementInstance element) {
		return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
	}

	private static Set<String> classNames(String suffix) {
		return CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && !type.isInterface() && type.getSimpleName().endsWith(suffix)
					&& !type.getPackageName().startsWith("dev.parley.engine"))
			.map(JavaClass::getSimpleName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String stem(String id, String prefix) {
		assertThat(id).startsWith(prefix);
		return id.substring(prefix.length());
	}

	private static String value(Field field) {
		try {
			field.setAccessible(true);
			return (String) field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Stream<String> stems(Path folder, String suffix) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(suffix))
				.map((name) -> name.substring(0, name.length() - suffix.length()))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
