package dev.parley.engine.guard;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

import dev.parley.engine.task.Forms;
import dev.parley.identity.Office;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A user task is named after its form, and is for an office or for one person. Which
 * person, the register says, never a diagram.
 */
@Component
class UserTaskRule implements ModelRule {

	private static final Set<String> ASSIGNMENTS = Set.of("humanPerformer", "potentialOwner");

	private final Forms forms;

	UserTaskRule(Forms forms) {
		this.forms = forms;
	}

	@Override
	public void check(Element element, Consumer<String> fault) {
		if (ASSIGNMENTS.contains(element.getTagName())) {
			fault.accept("%s is not allowed. Offer the task to an office with camunda:candidateGroups."
				.formatted(ModelRule.named(element)));
		}
		if (!element.getTagName().equals("userTask")) {
			return;
		}
		checkForm(element, ModelRule.attribute(element, "formRef"), fault);
		String groups = ModelRule.attribute(element, "candidateGroups");
		if (groups == null && ModelRule.attribute(element, "assignee") == null) {
			fault.accept("%s is for nobody. Give it camunda:candidateGroups.".formatted(ModelRule.named(element)));
		}
		String assignee = ModelRule.attribute(element, "assignee");
		if (assignee != null && !assignee.contains("{")) {
			fault.accept("%s is for the person \"%s\". Offer it to an office with camunda:candidateGroups."
				.formatted(ModelRule.named(element), assignee));
		}
		String users = ModelRule.attribute(element, "candidateUsers");
		if (users != null && !users.contains("{")) {
			fault.accept("%s is offered to persons. Offer it to an office with camunda:candidateGroups."
				.formatted(ModelRule.named(element)));
		}
		if (groups != null && !groups.contains("{")) {
			Arrays.stream(groups.split(",", -1))
				.map(String::strip)
				.filter((group) -> Office.ofGroup(group).isEmpty())
				.forEach((group) -> fault.accept(
						"%s is for the group \"%s\", which there is not.".formatted(ModelRule.named(element), group)));
		}
	}

	private void checkForm(Element element, @Nullable String form, Consumer<String> fault) {
		if (form == null || !("UserTask_" + form).equals(element.attribute("id"))) {
			fault.accept("%s must be named UserTask_ and the name of its form; its camunda:formRef is %s."
				.formatted(ModelRule.named(element), form));
		}
		else if (!this.forms.taskFormNames().contains(form)) {
			fault.accept("%s asks for the form %s, which Parley does not know. It knows: %s.".formatted(
					ModelRule.named(element), form,
					String.join(", ", new java.util.TreeSet<>(this.forms.taskFormNames()))));
		}
	}

}
