package dev.parley.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.parley.identity.ApiRoute;

/** The table {@code api-routes.csv}. */
final class ApiRoleTable {

	private final List<String> header;

	private final List<List<String>> rows;

	private ApiRoleTable(List<List<String>> lines) {
		this.header = lines.get(0);
		this.rows = lines.subList(1, lines.size());
	}

	static ApiRoleTable read() {
		try (InputStream table = Objects.requireNonNull(ApiRoleTable.class.getResourceAsStream("/api-routes.csv"))) {
			return new ApiRoleTable(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> users() {
		return this.header.subList(1, this.header.size());
	}

	List<ApiRoute> routes() {
		return this.rows.stream().map((row) -> ApiRoute.valueOf(row.get(0))).toList();
	}

	/** The expected status by user. */
	Map<String, Integer> row(ApiRoute route) {
		List<String> cells = this.rows.stream()
			.filter((row) -> row.get(0).equals(route.name()))
			.findFirst()
			.orElseThrow();
		if (cells.size() != this.header.size()) {
			throw new IllegalStateException("%s has not %d cells".formatted(cells, this.header.size()));
		}
		Map<String, Integer> expected = new LinkedHashMap<>();
		for (int column = 1; column < cells.size(); column++) {
			expected.put(this.header.get(column), Integer.valueOf(cells.get(column)));
		}
		return expected;
	}

}
