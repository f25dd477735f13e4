package dev.parley.engine.guard;

import java.util.UUID;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * Gives what the engine keeps ids that nobody can guess. The engine's own count up, so
 * that whoever has a task could try the ids beside it, and learn which are done.
 */
@Component
class RandomIds implements IdGenerator {

	@Override
	public String getNextId() {
		return UUID.randomUUID().toString();
	}

}
