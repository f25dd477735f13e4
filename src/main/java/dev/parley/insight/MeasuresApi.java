package dev.parley.insight;

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

	@GetMapping("/api/v1/measures")
	Measures measures(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		return this.figures.of(Period.read(from, to));
	}

}
