package dev.parley.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SecureCookieFilterTest {

	private static final String COOKIE = "XSRF-TOKEN=1;Path=/camunda;SameSite=Strict";

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void marksACookieAsSecureOnHttps() throws Exception {
		this.request.setSecure(true);

		send(COOKIE);

		assertThat(this.response.getHeader("Set-Cookie")).contains("Path=/camunda").contains("Secure");
	}

	@Test
	void leavesACookieAsItIsOnHttp() throws Exception {
		send(COOKIE);

		assertThat(this.response.getHeader("Set-Cookie")).doesNotContain("Secure");
	}

	@Test
	void leavesOtherHeadersAlone() throws Exception {
		this.request.setSecure(true);

		new SecureCookieFilter().doFilter(this.request, this.response,
				(request, answer) -> ((HttpServletResponse) answer).addHeader("X-Other", "value"));

		assertThat(this.response.getHeader("X-Other")).isEqualTo("value");
	}

	private void send(String cookie) throws Exception {
		new SecureCookieFilter().doFilter(this.request, this.response,
				(request, answer) -> ((HttpServletResponse) answer).addHeader("Set-Cookie", cookie));
	}

}
