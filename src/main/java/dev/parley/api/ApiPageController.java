package dev.parley.api;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page on which people read the description of the API and try calls, with their
 * session. It is ours and not springdoc's: that one keeps the session's token where other
 * sites could read it, or asks for a cookie that scripts can read.
 */
@Controller
class ApiPageController {

	static final String ADDRESS = "/swagger-ui/index.html";

	@GetMapping(ADDRESS)
	String page() {
		return "api";
	}

	@GetMapping({ "/swagger-ui", "/swagger-ui.html" })
	String home() {
		return "redirect:" + ADDRESS;
	}

}
