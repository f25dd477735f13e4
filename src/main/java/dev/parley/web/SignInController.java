package dev.parley.web;

import java.util.List;

import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import dev.parley.identity.PeopleSource;
import dev.parley.identity.SignInMemory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page, to which signing out leads, too. */
@Controller
class SignInController {

	private final @Nullable List<DemoUser> demoUsers;

	private final PeopleSource source;

	SignInController(ObjectProvider<DemoUsers> demo, PeopleSource source) {
		DemoUsers users = demo.getIfAvailable();
		this.source = source;
		this.demoUsers = (users != null) ? users.all() : null;
	}

	@GetMapping("/sign-in")
	String signIn(Model model, HttpServletRequest request, HttpServletResponse response) {
		String farewell = SignInMemory.FAREWELL.take(request);
		if (farewell != null) {
			model.addAttribute("farewell", farewell);
			response.setHeader("Refresh", "0;url=" + farewell);
			return "signing-out";
		}
		model.addAttribute("provider", this.source.provider());
		model.addAttribute("refusal", SignInMemory.REFUSAL.take(request));
		model.addAttribute("demoUsers", this.demoUsers);
		return "sign-in";
	}

}
