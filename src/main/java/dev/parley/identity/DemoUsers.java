package dev.parley.identity;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The users of the profile demo. Their password is known to everybody. */
@Component
@Profile("demo")
public class DemoUsers {

	/** The password of each demo user. */
	public static final String PASSWORD = "parley";

	private static final int MEMBERS = 7;

	private final List<DemoUser> users = Stream.concat(Stream
		.of(new DemoUser("requester", "Requester", Office.REQUESTER), new DemoUser("cio", "CIO", Office.CIO),
				new DemoUser("cio-deputy", "Deputy CIO", Office.CIO), new DemoUser("ciso", "CISO", Office.CISO),
				new DemoUser("ciso-deputy", "Deputy CISO", Office.CISO), new DemoUser("risk-owner", "Risk owner",
						Office.RISK_OWNER),
				new DemoUser("chair", "Committee chair", Office.COMMITTEE_CHAIR),
				new DemoUser("cro", "Chief risk officer", Office.CRO),
				new DemoUser("sponsor", "Executive sponsor", Office.EXECUTIVE_SPONSOR), new DemoUser("process-owner",
						"Process owner", Office.PROCESS_OWNER),
				new DemoUser("auditor", "Auditor", Office.AUDITOR),
				new DemoUser("admin", "Administrator", Office.ADMINISTRATOR)),
			IntStream.rangeClosed(1, MEMBERS)
				.mapToObj((number) -> new DemoUser("member" + number, "Committee member " + number,
						Office.COMMITTEE_MEMBER)))
		.toList();

	public List<DemoUser> all() {
		return this.users;
	}

	/**
	 * A demo user.
	 *
	 * @param id user id
	 * @param role name to show
	 * @param office the office held
	 */
	public record DemoUser(String id, String role, Office office) {
	}

}
