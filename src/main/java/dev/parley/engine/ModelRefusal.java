package dev.parley.engine;

import org.jspecify.annotations.Nullable;

/** The models cannot be deployed; says which, why, and what to do. */
final class ModelRefusal extends RuntimeException {

	ModelRefusal(String reason) {
		this(reason, null);
	}

	ModelRefusal(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}
