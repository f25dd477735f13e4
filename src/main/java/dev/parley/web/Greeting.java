package dev.parley.web;

import java.util.stream.Collectors;

import dev.parley.identity.DemoUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last words of the start: where to go and who can sign in. */
@Component
class Greeting {

	private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

	private final ObjectProvider<DemoUsers> demo;

	Greeting(ObjectProvider<DemoUsers> demo) {
		this.demo = demo;
	}

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void ready(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
			LOG.info("""


					  Parley is ready:  http://localhost:{}
					  {}
					""", web.getWebServer().getPort(), signIns());
		}
	}

	private String signIns() {
		DemoUsers users = this.demo.getIfAvailable();
		if (users == null) {
			return "Sign in with a user of yours.";
		}
		String ids = users.all().stream().map(DemoUsers.DemoUser::id).collect(Collectors.joining(", "));
		return "Sign in as:  " + ids + "\n  Password of each:  " + DemoUsers.PASSWORD;
	}

}
