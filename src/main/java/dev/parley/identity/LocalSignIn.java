package dev.parley.identity;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Signs in by user name and password. */
@Component
@Conditional(PeopleSource.LocalUsersOn.class)
class LocalSignIn implements SignInWay {

	@Override
	public void api(HttpSecurity http) throws Exception {
		http.httpBasic((basic) -> basic.realmName("Parley"));
	}

	@Override
	public void webapps(HttpSecurity http) throws Exception {
		http.logout((logout) -> logout
			.logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)));
	}

	@Override
	public void pages(HttpSecurity http) throws Exception {
		http.formLogin((form) -> form.loginPage(SignInConfiguration.SIGN_IN).defaultSuccessUrl("/"))
			.logout((logout) -> logout.logoutSuccessUrl(SignInConfiguration.SIGN_IN + "?signedOut"));
	}

}
