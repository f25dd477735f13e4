package dev.parley.engine.guard;

import java.util.function.Consumer;

import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * A model may lengthen the time that its history is kept, never shorten it. The Modeler
 * fills in 180 days by itself.
 */
@Component
class RetentionRule implements ModelRule {

	private final GuardProperties properties;

	RetentionRule(GuardProperties properties) {
		this.properties = properties;
	}

	@Override
	public void check(Element element, Consumer<String> fault) {
		if (!element.getTagName().equals("process")) {
			return;
		}
		String value = ModelRule.attribute(element, "historyTimeToLive");
		Integer days = (value != null) ? ParseUtil.parseHistoryTimeToLive(value) : null;
		int least = this.properties.historyDays();
		if (days == null || days < least) {
			fault.accept("%s keeps its history for %s; %d days are required. Set the history time to live to %d."
				.formatted(ModelRule.named(element), (days != null) ? days + " days" : "no stated time", least, least));
		}
	}

}
