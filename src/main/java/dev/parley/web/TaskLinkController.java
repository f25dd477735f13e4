package dev.parley.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/**
 * Leads to a task in Tasklist. Tasklist names the task behind a hash, which a sign-in on
 * the way would lose.
 */
@Controller
class TaskLinkController {

	@GetMapping("/tasks/{taskId}")
	String task(@PathVariable String taskId) {
		return "redirect:" + Places.TASKLIST + "#/?task="
				+ UriUtils.encodeQueryParam(taskId, java.nio.charset.StandardCharsets.UTF_8);
	}

	@GetMapping("/raise")
	String raise() {
		return "redirect:" + Places.RAISE_RISK;
	}

}
