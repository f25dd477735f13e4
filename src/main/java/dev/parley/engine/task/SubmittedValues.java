package dev.parley.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Turns variables of the engine's API into plain values: texts, numbers, booleans and
 * lists of them. Nothing is deserialised into a class that a caller names.
 */
final class SubmittedValues {

	private static final ObjectMapper JSON = new ObjectMapper();

	private SubmittedValues() {
	}

	static Map<String, @Nullable Object> plain(@Nullable Map<String, Object> variables) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		if (variables != null) {
			VariableMap typed = Variables.fromMap(variables);
			typed.keySet().forEach((key) -> values.put(key, read(typed.getValueTyped(key))));
		}
		return values;
	}

	private static @Nullable Object read(@Nullable TypedValue value) {
		if (value == null || value.getType() == null || value.getType().getName().equals("null")) {
			return (value != null) ? value.getValue() : null;
		}
		if (value instanceof PrimitiveValue && !(value instanceof FileValue)) {
			return value.getValue();
		}
		Object list = (value instanceof JsonValue json) ? parsed(json.getValueSerialized()) : deserialized(value);
		return (list instanceof List<?> items) ? new ArrayList<>(items) : new Unreadable(value.getType().getName());
	}

	private static @Nullable Object deserialized(TypedValue value) {
		return (value instanceof ObjectValue object && object.isDeserialized()) ? object.getValue() : null;
	}

	private static @Nullable Object parsed(@Nullable String json) {
		try {
			return (json != null) ? JSON.readValue(json, Object.class) : null;
		}
		catch (JsonProcessingException ex) {
			return null;
		}
	}

	/**
	 * Stands for a value that no form asks for.
	 *
	 * @param type the engine's name of its type
	 */
	record Unreadable(String type) {

		@Override
		public String toString() {
			return "a value of the type " + this.type;
		}

	}

}
