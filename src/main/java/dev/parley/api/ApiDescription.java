package dev.parley.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.Office;
import dev.parley.identity.PeopleSource;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes the API to those who program against it: what all calls have in common is
 * added here, the rest stands at each call.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String PROBLEM = "Problem";

	private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of("400", "Refused for its content", "401",
			"Nobody is signed in", "403", "Not for the caller's offices, or against the caller's duties in the case",
			"404", "Not there, or not for the caller to see", "406", "The answer is JSON, which Accept does not allow",
			"409", "Refused for the state it meets", "413", "The body is too long", "415", "The body is not JSON"));

	@Bean
	OpenAPI openApi(PeopleSource people) {
		OpenAPI api = new OpenAPI()
			.info(new Info().title("Parley")
				.version("v1")
				.description("Raises risks, reads the register, and acts on cases and risks. Each call is made as a"
						+ " person, and shows and does what that person may see and do. Refusals are problem details"
						+ " (RFC 9457), whose detail says what is wrong. Keys that are not described are refused."))
			.addServersItem(new Server().url("/"))
			.components(new Components());
		signInWays(people).forEach((name, way) -> {
			api.getComponents().addSecuritySchemes(name, way);
			api.addSecurityItem(new SecurityRequirement().addList(name));
		});
		return api;
	}

	private static Map<String, SecurityScheme> signInWays(PeopleSource people) {
		Map<String, SecurityScheme> ways = new LinkedHashMap<>();
		if (people.isLocal()) {
			ways.put("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
		}
		if (people.takesAccessTokens()) {
			ways.put("bearer",
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.bearerFormat("JWT")
						.description("An access token that the identity provider made for Parley."));
		}
		ways.put("session",
				new SecurityScheme().type(SecurityScheme.Type.APIKEY)
					.in(SecurityScheme.In.COOKIE)
					.name("JSESSIONID")
					.description("The session of a browser that has signed in. What changes something also needs"
							+ " the session's token in the header X-CSRF-TOKEN."));
		return ways;
	}

	@Bean
	OpenApiCustomizer refusalsAndOffices() {
		return (described) -> {
			described.getComponents().addSchemas(PROBLEM, problem());
			Arrays.stream(ApiRoute.values())
				.forEach((route) -> operation(described, route).ifPresent((operation) -> complete(operation, route)));
		};
	}

	private static Optional<Operation> operation(OpenAPI described, ApiRoute route) {
		return Optional.ofNullable(described.getPaths().get(route.path()))
			.map((path) -> path.readOperationsMap().get(PathItem.HttpMethod.valueOf(route.method().name())));
	}

	private static void complete(Operation operation, ApiRoute route) {
		String offices = route.offices().stream().map(Office::label).collect(Collectors.joining(", "));
		operation.setOperationId(route.name());
		operation.setTags(List.of(route.path().split("/")[3]));
		operation.setDescription((Optional.ofNullable(operation.getDescription()).orElse("")
				+ "\n\nOpen to these offices: " + offices + ".")
			.strip());
		boolean writes = operation.getRequestBody() != null;
		boolean one = route.path().contains("{");
		REFUSALS.forEach((status, words) -> {
			boolean possible = switch (status) {
				case "404" -> one;
				case "409", "413", "415" -> writes;
				case "400" -> writes || operation.getParameters() != null;
				default -> true;
			};
			if (possible) {
				operation.getResponses().addApiResponse(status, refusal(words));
			}
		});
		if (writes) {
			operation.getRequestBody().setRequired(true);
		}
	}

	private static ApiResponse refusal(String words) {
		return new ApiResponse().description(words)
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("Problem details (RFC 9457)")
			.addProperty("type", new StringSchema().format("uri").example("about:blank"))
			.addProperty("title", new StringSchema().example("Bad Request"))
			.addProperty("status", new IntegerSchema().example(400))
			.addProperty("detail", new StringSchema().example("Title (title) is missing."))
			.addProperty("instance", new StringSchema().format("uri").example("/api/v1/risks"));
	}

}
