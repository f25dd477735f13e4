package dev.parley.kev;

import dev.parley.submission.SubmissionRefused;

/** A file is broken as a whole, or is no catalog: nothing of it is imported. */
class CatalogRefused extends SubmissionRefused {

	CatalogRefused(String message) {
		super(message);
	}

}
