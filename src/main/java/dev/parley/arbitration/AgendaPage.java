package dev.parley.arbitration;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.parley.engine.OpenWork;
import dev.parley.engine.OpenWork.OpenTask;
import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The agenda of the committee: which cases wait for a ruling, where they stand, and until
 * when. Who has voted, and how many have, is on no agenda.
 */
@Component
class AgendaPage {

	private static final int SIZE = 100;

	private static final String PROCESS = "CommitteeArbitration";

	private final OpenReferrals referrals;

	private final OpenWork work;

	private final Clock clock;

	private final PageTimes times;

	AgendaPage(OpenReferrals referrals, OpenWork work, Clock clock, PageTimes times) {
		this.referrals = referrals;
		this.work = work;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * The agenda, with what has its deadline first on top.
	 * @param asked number of the page; the nearest that there is
	 */
	View of(CaseReader reader, int asked) {
		Map<String, List<OpenTask>> tasks = this.work.tasks(PROCESS, reader.user(), reader.groups());
		Map<String, Instant> timers = this.work.timers(PROCESS);
		List<Item> items = this.referrals.of(reader)
			.stream()
			.map((referral) -> Item.of(referral, tasks.getOrDefault(referral.caseId(), List.of()),
					timers.get(referral.caseId())))
			.sorted(Comparator.comparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		PageNumber page = PageNumber.of(asked, items.size(), SIZE);
		return new View(items.size(), items.stream().filter(this::isOverdue).count(), page,
				page.of(items).stream().map(this::row).toList());
	}

	private boolean isOverdue(Item item) {
		return item.due() != null && item.due().isBefore(this.clock.instant());
	}

	private Row row(Item item) {
		OpenReferral referral = item.referral();
		Level level = referral.level();
		Band band = referral.band();
		AssetClass assetClass = referral.assetClass();
		return new Row(referral.caseId(), referral.title(), referral.category().label(),
				(level != null) ? level.name() : null, (level != null) ? level.label() : null,
				(band != null) ? band.label() : null, referral.assetName(),
				(assetClass != null) ? assetClass.label() : null,
				StringUtils.capitalize(referral.referral().to().label()),
				StringUtils.capitalize(referral.referral().because()), this.times.moment(referral.referral().at()),
				item.phase().label(), detail(item), this.times.moment(item.due()), isOverdue(item), tasks(item));
	}

	private @Nullable String detail(Item item) {
		return switch (item.phase()) {
			case CONVENING -> item.referral().refusal();
			case WITH_CRO -> item.tasks()
				.stream()
				.findFirst()
				.map((task) -> "Since " + this.times.moment(task.since()))
				.orElse(null);
			default -> null;
		};
	}

	private static List<Task> tasks(Item item) {
		return item.tasks()
			.stream()
			.filter(OpenTask::mine)
			.map((task) -> new Task(task.name(), "/tasks/" + task.taskId()))
			.toList();
	}

	/**
	 * A referral with what is open for it.
	 *
	 * @param referral the referral
	 * @param tasks its open tasks
	 * @param phase how far it has come
	 * @param due until when that lasts
	 */
	private record Item(OpenReferral referral, List<OpenTask> tasks, ReferralPhase phase, @Nullable Instant due) {

		static Item of(OpenReferral referral, List<OpenTask> tasks, @Nullable Instant timer) {
			ReferralPhase phase = ReferralPhase.of(tasks.stream().map(OpenTask::form).toList(), referral.round(),
					referral.refusal());
			Instant due = tasks.stream()
				.map(OpenTask::due)
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(tasks.isEmpty() ? timer : null);
			return new Item(referral, tasks, phase, due);
		}

	}

	/**
	 * What the page shows.
	 *
	 * @param total cases that wait
	 * @param overdue of these, those past their deadline
	 * @param page which page this is
	 * @param rows the cases of the page, the first by deadline
	 */
	record View(int total, long overdue, PageNumber page, List<Row> rows) {
	}

	/**
	 * A case that waits.
	 *
	 * @param caseId the case
	 * @param title what is at risk
	 * @param category what it concerns
	 * @param levelCode level, or null
	 * @param levelLabel level in words
	 * @param bandLabel its band in words
	 * @param asset name of the asset
	 * @param assetClass whom the asset belongs to
	 * @param to who is to rule
	 * @param because why it was handed up
	 * @param referredAt when
	 * @param phase how far it has come
	 * @param detail more of that, or null
	 * @param due until when that lasts
	 * @param overdue whether that is past
	 * @param tasks what the viewer can do
	 */
	record Row(String caseId, String title, String category, @Nullable String levelCode, @Nullable String levelLabel,
			@Nullable String bandLabel, @Nullable String asset, @Nullable String assetClass, String to, String because,
			@Nullable String referredAt, String phase, @Nullable String detail, @Nullable String due, boolean overdue,
			List<Task> tasks) {
	}

	/**
	 * An open task of the viewer.
	 *
	 * @param name what to do
	 * @param href where
	 */
	record Task(String name, String href) {
	}

}
