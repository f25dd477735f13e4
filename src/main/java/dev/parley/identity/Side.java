package dev.parley.identity;

/** A party of a case. Nobody acts for both. */
public enum Side {

	/** The owner's side: states the IT position, answers, decides. */
	IT,
	/** Security's side: states the security position, challenges, gives assurance. */
	SECURITY,
	/** Neither: raising a risk and naming its asset take no side. */
	NONE

}
