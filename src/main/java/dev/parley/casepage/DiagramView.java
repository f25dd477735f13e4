package dev.parley.casepage;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.engine.CaseProgress.Element;
import dev.parley.engine.CaseProgress.Run;
import dev.parley.engine.CaseProgress.Step;

/**
 * A diagram with its marks, which are ids of elements with spaces between.
 *
 * @param process id of the process
 * @param name its name
 * @param shown whether it is shown at once
 * @param active where the case is
 * @param veiled where it does not show whether the case still is
 * @param passed what the case has passed
 */
record DiagramView(String process, String name, boolean shown, String active, String veiled, String passed) {

	/**
	 * The diagrams of a case: its own and the running ones, which are shown at once, then
	 * the others.
	 */
	static List<DiagramView> of(List<Run> runs, VisibleSteps steps) {
		return runs.stream()
			.map((run) -> of(run, run == runs.get(0), steps))
			.sorted(Comparator.comparing((diagram) -> !diagram.shown()))
			.toList();
	}

	private static DiagramView of(Run run, boolean own, VisibleSteps steps) {
		List<Step> veiled = steps.under(Veil.POSITIONS);
		return new DiagramView(run.process(), run.name(), own || run.isRunning(),
				veiled.isEmpty() ? ids(run, Element::active) : activeUnderTheVeil(run, steps),
				run.isRunning() ? elements(run, veiled.stream()) : "",
				veiled.isEmpty() ? ids(run, Element::passed) : "");
	}

	/** Where a token waits for another would tell what the veil hides. */
	private static String activeUnderTheVeil(Run run, VisibleSteps steps) {
		return Stream
			.of(elements(run, steps.open().stream()), ids(run, (element) -> element.active() && element.calls()))
			.filter((ids) -> !ids.isEmpty())
			.collect(Collectors.joining(" "));
	}

	private static String elements(Run run, Stream<Step> steps) {
		return steps.filter((step) -> step.process().equals(run.process()))
			.map(Step::element)
			.distinct()
			.collect(Collectors.joining(" "));
	}

	private static String ids(Run run, Predicate<Element> kind) {
		return run.elements().stream().filter(kind).map(Element::id).collect(Collectors.joining(" "));
	}

}
