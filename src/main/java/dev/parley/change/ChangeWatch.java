package dev.parley.change;

import dev.parley.register.MaterialChanges;
import dev.parley.register.PresentRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices whatever changed under decisions in force, however that came about: the
 * inventory may be kept by another system.
 */
@Component
class ChangeWatch {

	private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

	private final PresentRules rules;

	private final MaterialChanges changes;

	ChangeWatch(PresentRules rules, MaterialChanges changes) {
		this.rules = rules;
		this.changes = changes;
	}

	/**
	 * Measures risks by the class that their asset has now, and marks what is outdated.
	 */
	@Transactional
	public void look() {
		int measured = this.rules.fitToAssets();
		int noticed = this.changes.notice();
		if (measured + noticed > 0) {
			LOG.info("Changes: {} risks measured by the new class of their asset, {} changes under decisions in force",
					measured, noticed);
		}
	}

}
