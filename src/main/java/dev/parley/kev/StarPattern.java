package dev.parley.kev;

/**
 * A plain name in which a star stands for any characters, or none.
 *
 * @param pattern the name with its stars
 */
record StarPattern(String pattern) {

	boolean hasStar() {
		return this.pattern.indexOf('*') >= 0;
	}

	/** Whether a plain name is meant. Needs no more than both lengths multiplied. */
	boolean matches(String name) {
		int at = 0;
		int in = 0;
		int star = -1;
		int resume = 0;
		while (in < name.length()) {
			if (at < this.pattern.length() && this.pattern.charAt(at) == '*') {
				star = at++;
				resume = in;
			}
			else if (at < this.pattern.length() && this.pattern.charAt(at) == name.charAt(in)) {
				at++;
				in++;
			}
			else if (star >= 0) {
				at = star + 1;
				in = ++resume;
			}
			else {
				return false;
			}
		}
		return this.pattern.substring(at).chars().allMatch((left) -> left == '*');
	}

}
