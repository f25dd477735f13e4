package dev.parley.arbitration;

import dev.parley.identity.Office;
import dev.parley.identity.Side;
import org.jspecify.annotations.Nullable;

/** Tells for which side a task of both sides is, by the group that it is offered to. */
final class Sides {

	private Sides() {
	}

	static Side of(@Nullable String group) {
		return Office.CISO.group().equals(group) ? Side.SECURITY : Side.IT;
	}

}
