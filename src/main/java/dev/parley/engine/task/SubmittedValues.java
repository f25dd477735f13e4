package dev.parley.engine.task;

import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Turns variables of the engine's API into plain values, without deserialising anything.
 */
final class SubmittedValues {

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
		boolean readable = value instanceof PrimitiveValue && !(value instanceof FileValue);
		return readable ? value.getValue() : new Unreadable(value.getType().getName());
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
