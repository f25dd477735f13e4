package dev.parley.web;

import java.security.Principal;

import dev.parley.identity.People;
import dev.parley.notice.Inbox;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Marks a notice as read. A notice for others is answered as if there were none. */
@Controller
class NoticeController {

	private final Inbox inbox;

	private final People people;

	NoticeController(Inbox inbox, People people) {
		this.inbox = inbox;
		this.people = people;
	}

	@PostMapping("/notices/{id}/read")
	String read(Principal viewer, @PathVariable long id) {
		if (!this.inbox.markRead(id, viewer.getName(), this.people.groupsOf(viewer.getName()))) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "redirect:/";
	}

}
