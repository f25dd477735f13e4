package dev.parley.register;

import java.util.List;

/**
 * The scales of likelihood and impact, 1 to 5, each value with its anchor in words. The
 * forms say the same.
 */
public final class Scale {

	/** Likelihood, from very unlikely to almost certain. */
	public static final List<String> LIKELIHOOD = List.of("Very unlikely – less than once in 10 years",
			"Unlikely – once in 3 to 10 years", "Possible – once in 1 to 3 years", "Likely – once a year or more",
			"Almost certain – several times a year, or happening now");

	/** Impact, from negligible to severe. */
	public static final List<String> IMPACT = List.of("Negligible – absorbed in daily work",
			"Minor – one team disturbed for a day, small cost",
			"Moderate – a business service disturbed, cost noticed in the unit's budget",
			"Major – a critical service down for a day, customers or regulator informed",
			"Severe – the organisation's existence, licence or people's safety at stake");

	private Scale() {
	}

}
