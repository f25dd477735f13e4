package dev.parley.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes the parameters that each list has. */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
		@Parameter(in = ParameterIn.QUERY, name = "limit", description = "Items on a page",
				schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")),
		@Parameter(in = ParameterIn.QUERY, name = "after",
				description = "Key after which the page begins; the link next has it",
				schema = @Schema(type = "string")) })
public @interface PagedList {

}
