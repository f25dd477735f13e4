package dev.parley.notice;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParleyTest
class NoticesTest {

	private static final Set<String> NO_GROUPS = Set.of();

	private static final int ALL = 1000;

	@Autowired
	Stage stage;

	@Autowired
	Notices notices;

	@Autowired
	Inbox inbox;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	Flyway flyway;

	@Autowired
	Clock clock;

	String caseId = "";

	@BeforeEach
	void raise() {
		this.caseId = this.stage.raise();
	}

	@Test
	void tellsTheUserItIsFor() {
		this.notices.informPerson(this.caseId, "ann", NoticeKind.INFORMATION, "The decision is in force.");

		Notice told = ofCase("ann", NO_GROUPS).get(0);
		assertThat(told.kind()).isEqualTo(NoticeKind.INFORMATION);
		assertThat(told.text()).isEqualTo("The decision is in force.");
		assertThat(told.givenAt()).isBetween(this.clock.instant().minusSeconds(60), this.clock.instant());
		assertThat(ofCase("bob", Set.of("cio"))).isEmpty();
	}

	@Test
	void tellsEverybodyInTheGroupItIsFor() {
		this.notices.informOffice(this.caseId, "committee-member", NoticeKind.ESCALATION, "The committee is asked.");

		assertThat(ofCase("member1", Set.of("committee-member"))).hasSize(1);
		assertThat(ofCase("member2", Set.of("cro", "committee-member"))).hasSize(1);
		assertThat(ofCase("chair", Set.of("committee-chair"))).isEmpty();
	}

	@Test
	void keepsAGroupsNoticesFromAUserWithTheGroupsName() {
		this.notices.informOffice(this.caseId, "cro", NoticeKind.ESCALATION, "The chief risk officer is asked.");

		assertThat(ofCase("cro", NO_GROUPS)).isEmpty();
		assertThat(ofCase("cro", Set.of("cro"))).hasSize(1);
	}

	@Test
	void tellsTheSameOnlyOnce() {
		inform("The same");
		inform("The same");
		inform("Something else");
		this.notices.informPerson(this.caseId, "ann", NoticeKind.ESCALATION, "The same");
		this.notices.informPerson(this.caseId, "bob", NoticeKind.INFORMATION, "The same");

		assertThat(ofCase("ann", NO_GROUPS)).extracting(Notice::text)
			.containsExactlyInAnyOrder("The same", "Something else", "The same");
		assertThat(ofCase("bob", NO_GROUPS)).hasSize(1);
	}

	@Test
	void remindsOnceOfATask() {
		this.notices.remind(List.of(new Reminder(this.caseId + "-task", this.caseId, "ann", false, "Due today")));
		this.notices.remind(
				List.of(new Reminder(this.caseId + "-task", this.caseId, "ann", false, "Due today, in other words")));
		this.notices.remind(List.of(new Reminder(this.caseId + "-task", this.caseId, "bob", false, "Due today")));
		this.notices.remind(List.of(new Reminder(this.caseId + "-other", this.caseId, "ann", false, "Due today")));

		assertThat(ofCase("ann", NO_GROUPS)).extracting(Notice::kind)
			.containsExactly(NoticeKind.REMINDER, NoticeKind.REMINDER);
		assertThat(ofCase("ann", NO_GROUPS)).extracting(Notice::text).containsOnly("Due today");
		assertThat(ofCase("bob", NO_GROUPS)).hasSize(1);
	}

	@Test
	void remindsOfNothingWithoutTasks() {
		this.notices.remind(List.of());

		assertThat(ofCase("ann", NO_GROUPS)).isEmpty();
	}

	@Test
	void tellsNothingWhenTheCallersTransactionIsRolledBack() {
		this.transactions.executeWithoutResult((status) -> {
			inform("It never happened");
			status.setRollbackOnly();
		});

		assertThat(ofCase("ann", NO_GROUPS)).isEmpty();
	}

	@Test
	void showsTheNewestFirstAndNoMoreThanAskedFor() {
		inform("First");
		inform("Second");
		inform("Third");

		assertThat(this.inbox.unread("ann", NO_GROUPS, 2)).extracting(Notice::text).containsExactly("Third", "Second");
	}

	@Test
	void isReadByOnePersonNotByTheGroup() {
		this.notices.informOffice(this.caseId, "ciso", NoticeKind.INFORMATION, "For both of us");
		long id = ofCase("ciso-deputy", Set.of("ciso")).get(0).id();

		assertThat(this.inbox.markRead(id, "ciso-deputy", Set.of("ciso"))).isTrue();
		assertThat(this.inbox.markRead(id, "ciso-deputy", Set.of("ciso"))).as("a second time").isTrue();

		assertThat(ofCase("ciso-deputy", Set.of("ciso"))).isEmpty();
		assertThat(ofCase("ciso", Set.of("ciso"))).hasSize(1);
		assertThat(readers(id)).containsExactly("ciso-deputy");
	}

	@Test
	void isNotReadByOthers() {
		inform("For Ann alone");
		long id = ofCase("ann", NO_GROUPS).get(0).id();

		assertThat(this.inbox.markRead(id, "bob", Set.of("cio", "ciso"))).isFalse();
		assertThat(this.inbox.markRead(Long.MAX_VALUE, "ann", NO_GROUPS)).isFalse();

		assertThat(readers(id)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update notice set text = 'other'", "delete from notice", "truncate notice cascade",
			"update notice_read set user_id = 'bob'", "delete from notice_read", "truncate notice_read" })
	void staysAsItWasWritten(String change) {
		inform("Written");
		this.inbox.markRead(ofCase("ann", NO_GROUPS).get(0).id(), "ann", NO_GROUPS);
		JdbcClient owner = JdbcClient.create(this.flyway.getConfiguration().getDataSource());

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(change).update())
			.withStackTraceContaining("permission denied");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> owner.sql(change).update())
			.withStackTraceContaining("what was recorded stays recorded");
	}

	private void inform(String text) {
		this.notices.informPerson(this.caseId, "ann", NoticeKind.INFORMATION, text);
	}

	private List<Notice> ofCase(String user, Set<String> groups) {
		return this.inbox.unread(user, groups, ALL)
			.stream()
			.filter((notice) -> notice.caseId().equals(this.caseId))
			.toList();
	}

	private List<String> readers(long noticeId) {
		return this.jdbc.sql("select user_id from notice_read where notice_id = ?")
			.param(noticeId)
			.query(String.class)
			.list();
	}

}
