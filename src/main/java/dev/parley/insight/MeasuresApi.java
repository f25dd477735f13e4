package dev.parley.insight;

import dev.parley.submission.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures, for systems. */
@RestController
class MeasuresApi {

	private final Figures figures;

	MeasuresApi(Figures figures) {
		this.figures = figures;
	}

	@Operation(summary = "The figures that measure the whole",
			description = "What happened in a period, and what is now, whatever the period.")
	@GetMapping(path = "/api/v1/measures", produces = "application/json")
	Measures measures(
			@Parameter(description = "First day; none is the first of all") @RequestParam(
					required = false) @Nullable String from,
			@Parameter(description = "Last day; none is today") @RequestParam(required = false) @Nullable String to,
			HttpServletRequest request) {
		QueryParameters.requireAmong(request, "from", "to");
		return this.figures.of(Period.read(from, to));
	}

}
