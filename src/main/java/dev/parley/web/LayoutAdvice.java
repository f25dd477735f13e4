package dev.parley.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;

import dev.parley.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows: the viewer and the navigation. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {

	private final People people;

	LayoutAdvice(People people) {
		this.people = people;
	}

	@ModelAttribute("viewer")
	@Nullable Viewer viewer(@Nullable Principal principal) {
		return (principal != null) ? new Viewer(this.people.nameOf(principal.getName())) : null;
	}

	@ModelAttribute("navigation")
	@Nullable List<Link> navigation(@Nullable Principal principal, HttpServletRequest request) {
		if (principal == null) {
			return null;
		}
		List<Link> links = new ArrayList<>();
		links.add(new Link("Start", "/", request.getServletPath().equals("/")));
		Places.of(this.people.groupsOf(principal.getName()))
			.forEach((place) -> links
				.add(new Link(place.label(), place.href(), isAt(request.getServletPath(), place.href()))));
		return links;
	}

	/** Whether a page is this place, or belongs to it. */
	private static boolean isAt(String path, String href) {
		return path.equals(href) || path.startsWith(href + "/")
				|| href.equals(Places.REGISTER) && path.startsWith("/risks/");
	}

	/**
	 * Who looks at the page.
	 *
	 * @param name name to show
	 */
	record Viewer(String name) {
	}

	/**
	 * A link of the navigation.
	 *
	 * @param label its name
	 * @param href its address
	 * @param current whether it is this page
	 */
	record Link(String label, String href, boolean current) {
	}

}
