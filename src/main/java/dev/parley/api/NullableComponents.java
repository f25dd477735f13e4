package dev.parley.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the description of a record which of its components may be null. */
@Component
class NullableComponents implements ModelConverter {

	@Override
	@SuppressWarnings("rawtypes")
	public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
		Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		JavaType java = Json.mapper().constructType(type.getType());
		if (resolved != null && java.isRecordType()) {
			Schema<?> described = (resolved.get$ref() == null) ? resolved : context.getDefinedModels()
				.get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
			Arrays.stream(java.getRawClass().getRecordComponents())
				.filter(NullableComponents::isNullable)
				.forEach((component) -> allowNull(described, component.getName()));
		}
		return resolved;
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static void allowNull(@Nullable Schema<?> described, String name) {
		if (described != null && described.getProperties() != null) {
			described.getProperties().computeIfPresent(name, (key, property) -> withNull(property));
		}
	}

	@SuppressWarnings("unchecked")
	private static Schema<?> withNull(Schema<?> property) {
		if (property.get$ref() != null) {
			return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
		}
		property.addType("null");
		if (property.getEnum() != null && !property.getEnum().contains(null)) {
			((Schema<@Nullable Object>) property).addEnumItemObject(null);
		}
		return property;
	}

}
