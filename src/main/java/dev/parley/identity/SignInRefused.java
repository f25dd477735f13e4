package dev.parley.identity;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** The provider knows somebody whom Parley does not let in; says why and what to do. */
class SignInRefused extends AuthenticationException {

	private final HttpStatus status;

	SignInRefused(HttpStatus status, String message) {
		super(message);
		this.status = status;
	}

	SignInRefused(HttpStatus status, String message, Throwable cause) {
		super(message, cause);
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

}
