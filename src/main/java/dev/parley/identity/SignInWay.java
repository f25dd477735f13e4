package dev.parley.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people sign in: what differs between local users and a provider, and no more. */
interface SignInWay {

	/** Credentials that a call of the API carries itself. */
	void api(HttpSecurity http) throws Exception;

	/** Signing out of a webapp. It expects 204. */
	void webapps(HttpSecurity http) throws Exception;

	/** Signing in and out of the pages. */
	void pages(HttpSecurity http) throws Exception;

}
