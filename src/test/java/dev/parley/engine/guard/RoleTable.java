package dev.parley.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.parley.Api;

/** The table {@code role-commands.csv}. */
final class RoleTable {

	static final String DONE = "done";

	static final String DONE_TASK = "(a task that is done)";

	private static final String EACH_OPEN_TASK = "*";

	private static final int NAMES = 2;

	private final List<String> header;

	private final List<Row> rows;

	private RoleTable(List<List<String>> lines) {
		this.header = lines.get(0);
		this.rows = lines.stream().skip(1).map(this::row).toList();
	}

	static RoleTable read() {
		try (InputStream table = Objects.requireNonNull(RoleTable.class.getResourceAsStream("/role-commands.csv"))) {
			return new RoleTable(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Row row(List<String> cells) {
		if (cells.size() != this.header.size()) {
			throw new IllegalStateException("%s has not %d cells".formatted(cells, this.header.size()));
		}
		Map<String, String> byRole = new LinkedHashMap<>();
		for (int column = NAMES; column < cells.size(); column++) {
			byRole.put(this.header.get(column), cells.get(column));
		}
		return new Row(cells.get(0), cells.get(1), byRole);
	}

	/**
	 * What a cell expects of an API: the part before the slash over HTTP, after it in
	 * Java.
	 */
	static String expected(String cell, Api api) {
		String[] parts = cell.split("/");
		return parts[(api == Api.JAVA) ? parts.length - 1 : 0];
	}

	List<String> roles() {
		return this.header.subList(NAMES, this.header.size());
	}

	/** The kinds of open tasks. */
	List<String> openTasks() {
		return this.rows.stream()
			.map(Row::task)
			.distinct()
			.filter((task) -> !task.equals(EACH_OPEN_TASK) && !task.equals(DONE_TASK))
			.toList();
	}

	/** A row for each command to each task. */
	List<Row> rows() {
		Stream<Row> named = this.rows.stream().filter((row) -> !row.task().equals(EACH_OPEN_TASK));
		Stream<Row> common = openTasks().stream()
			.flatMap((task) -> this.rows.stream()
				.filter((row) -> row.task().equals(EACH_OPEN_TASK))
				.map((row) -> new Row(task, row.command(), row.cells())));
		return Stream.concat(named, common).toList();
	}

	/**
	 * A row.
	 *
	 * @param task form of the task, and which of several like it
	 * @param command name of the command
	 * @param cells what is to come of it, by role
	 */
	record Row(String task, String command, Map<String, String> cells) {

		@Override
		public String toString() {
			return this.task + ": " + this.command;
		}

	}

}
