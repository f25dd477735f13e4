package dev.parley.arbitration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.Cases;
import dev.parley.register.RiskCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is kept from judging a case, and why: those who take part in it, and those who
 * recused themselves in an earlier call of the same referral.
 */
@Component
class Recusals {

	private final Cases cases;

	private final Acts acts;

	private final People people;

	private final JdbcClient jdbc;

	Recusals(Cases cases, Acts acts, People people, JdbcClient jdbc) {
		this.cases = cases;
		this.acts = acts;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** The reasons by user id, each in the words after the person's name. */
	Map<String, String> of(String caseId) {
		Map<String, String> reasons = new LinkedHashMap<>();
		RiskCase riskCase = this.cases.require(caseId);
		reasons.put(riskCase.raisedBy(), "raised the case");
		String group = riskCase.decidingGroup();
		if (group != null) {
			String reason = "is in the office that decides the case (%s)"
				.formatted(Office.ofGroup(group).map(Office::label).orElse(group));
			this.people.membersOf(group).forEach((person) -> reasons.putIfAbsent(person, reason));
		}
		this.acts.takingPart(caseId).forEach((person, duty) -> reasons.putIfAbsent(person, duty.words() + " the case"));
		own(caseId).forEach((recusal) -> reasons.putIfAbsent(recusal.member(), recusal.words()));
		return reasons;
	}

	private List<OwnRecusal> own(String caseId) {
		return this.jdbc.sql("""
				select member, round, recusal_reason from ballot
				 where case_id = :caseId and recusal_reason is not null
				   and referral = (select max(number) from referral where case_id = :caseId)
				 order by round""")
			.param("caseId", caseId)
			.query((row, index) -> new OwnRecusal(row.getString("member"), row.getInt("round"),
					row.getString("recusal_reason")))
			.list();
	}

	private record OwnRecusal(String member, int round, String reason) {

		String words() {
			return "recused in the %s call: %s".formatted((this.round == 1) ? "first" : "second", this.reason);
		}

	}

}
