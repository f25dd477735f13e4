package dev.parley.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** What the sign-in page is told once, over the redirect that leads to it. */
public enum SignInMemory {

	/** Why somebody was not let in. */
	REFUSAL,
	/** Where the provider ends its own session, after Parley's has ended. */
	FAREWELL;

	void keep(HttpServletRequest request, String text) {
		request.getSession().setAttribute(key(), text);
	}

	/** Reads and forgets it. */
	public @Nullable String take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(key()) instanceof String text)) {
			return null;
		}
		session.removeAttribute(key());
		return text;
	}

	private String key() {
		return SignInMemory.class.getName() + "." + name();
	}

}
