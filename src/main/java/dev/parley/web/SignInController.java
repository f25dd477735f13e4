package dev.parley.web;

import java.util.List;

import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page. */
@Controller
class SignInController {

	private final @Nullable List<DemoUser> demoUsers;

	SignInController(ObjectProvider<DemoUsers> demo) {
		DemoUsers users = demo.getIfAvailable();
		this.demoUsers = (users != null) ? users.all() : null;
	}

	@GetMapping("/sign-in")
	String signIn(Model model) {
		model.addAttribute("demoUsers", this.demoUsers);
		return "sign-in";
	}

}
