package dev.parley.register;

/** The way a case takes to its decision. */
public enum Route {

	/** Within appetite, with positions agreed: straight to the decision. */
	FAST_LANE,
	/** The CISO challenges first. */
	CHALLENGE

}
