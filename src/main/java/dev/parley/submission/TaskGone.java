package dev.parley.submission;

/** The task is done already, or was never there. */
public class TaskGone extends RuntimeException {

	public TaskGone() {
		super("This task is done already, or it has been taken back. Load the list again.");
	}

}
