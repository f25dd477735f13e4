package dev.parley.engine.guard;

/** An expression asked for something that is not on the list. */
final class ExpressionRefused extends RuntimeException {

	ExpressionRefused(String member) {
		super("An expression may not use '%s'. It may read variables, name a bean of Parley, and calculate with now() and dateTime()."
			.formatted(member));
	}

}
