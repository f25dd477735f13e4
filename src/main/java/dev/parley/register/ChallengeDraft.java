package dev.parley.register;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A challenge as the CISO raises it.
 *
 * @param questions what is asked; may be empty
 * @param examined what was looked at; required where nothing is asked
 * @param recommendedTreatment the treatment that the CISO advises
 * @param conditions on which the CISO would support
 */
public record ChallengeDraft(List<String> questions, @Nullable String examined,
		@Nullable Treatment recommendedTreatment, @Nullable String conditions) {
}
