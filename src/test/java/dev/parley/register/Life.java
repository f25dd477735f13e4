package dev.parley.register;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import dev.parley.identity.Side;
import dev.parley.register.DecisionDraft.Action;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.DecisionDraft.Transfer;
import dev.parley.register.DecisionsInForce.InForce;
import dev.parley.register.Position.Statement;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.register.StateOracle.Ruled;
import dev.parley.register.TreatmentPlan.Effect;
import dev.parley.register.TreatmentPlan.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The life of one risk: at each step one of those who take part does something that is
 * possible then, by the verbs of the register, and the clerk notes it in his file.
 */
final class Life {

	/** What a step begins with in which nobody does anything. */
	static final String TIME = "time passes";

	private static final String ASSET = "A-1";

	private final ApplicationContext register;

	private final TestClock clock;

	private final JdbcClient jdbc;

	final StateOracle oracle = new StateOracle();

	private final List<String> history = new ArrayList<>();

	private String riskId = "";

	private @Nullable String openCase;

	private String latestCase = "";

	private boolean compared;

	private boolean decided;

	private boolean assuranceDue;

	private int refusals;

	private String models = "";

	private AssetClass assetClass = AssetClass.SHARED;

	/** Scores by case and side, as stated last; none where the position is missing. */
	private final Map<String, Score> scores = new HashMap<>();

	/** The case whose comparison gave the risk its level. */
	private String ratedIn = "";

	/** The score that gives the risk its level; none where nobody stated one. */
	private @Nullable Score rated;

	private Random random = new Random(0);

	Life(ApplicationContext register, TestClock clock) {
		this.register = register;
		this.clock = clock;
		this.jdbc = register.getBean(JdbcClient.class);
	}

	String riskId() {
		return this.riskId;
	}

	List<String> history() {
		return this.history;
	}

	/** The risk is raised on an asset, and waits for its positions. */
	void begin() {
		this.clock.reset();
		this.jdbc.sql("insert into asset (asset_id, name, asset_class) values (?, 'Gateway', 'SHARED')")
			.param(ASSET)
			.update();
		apply(TestRules.named(0, 0));
		openCase();
		this.history.add("raised");
	}

	/** Does one of the things that are possible, and tells which. */
	String step(int chance) {
		this.random = new Random(chance);
		Map<String, Runnable> possible = possible();
		List<String> names = new ArrayList<>(possible.keySet());
		String chosen = names.get(this.random.nextInt(names.size()));
		possible.get(chosen).run();
		this.clock.pass(Duration.ofMinutes(1));
		this.history.add(chosen);
		return chosen;
	}

	private Map<String, Runnable> possible() {
		Map<String, Runnable> possible = new LinkedHashMap<>();
		possible.put(TIME, this::timePasses);
		possible.put(TIME + ", much of it", () -> this.clock.pass(Duration.ofDays(200 + this.random.nextInt(300))));
		possible.put("the appetite changes",
				() -> apply(TestRules.named(this.random.nextInt(5), this.random.nextInt(2))));
		possible.put("the asset changes", this::assetChanges);
		if (this.openCase != null) {
			inCase(possible, this.openCase);
		}
		else if (!this.oracle.closed) {
			possible.put("another case", this::openCase);
			possible.put("another case, once more", this::openCase);
			possible.put("confirmed gone", this::confirmedGone);
		}
		if (!this.oracle.closed && this.oracle.rated
				&& (this.openCase == null ? hasPositions() : this.compared && !this.decided)) {
			possible.put("restated", this::restate);
		}
		this.oracle.inForce().ifPresent((decision) -> {
			possible.put(TIME + " up to the last day", () -> passUpTo(decision.lastDay()));
			possible.put(TIME + " past the last day", () -> passUpTo(decision.lastDay().plusDays(1)));
			afterwards(possible, decision);
		});
		return possible;
	}

	private void timePasses() {
		this.clock.pass(Duration.ofDays(1 + this.random.nextInt(120)));
	}

	private void passUpTo(LocalDate day) {
		if (this.clock.today().isBefore(day)) {
			this.clock.pass(Duration.ofDays(ChronoUnit.DAYS.between(this.clock.today(), day)));
		}
	}

	private boolean hasPositions() {
		return bean(Cases.class).require(this.latestCase).assessment() != null;
	}

	private void inCase(Map<String, Runnable> possible, String caseId) {
		if (!this.compared) {
			possible.put("positions", () -> positions(caseId));
			possible.put("positions again", () -> positions(caseId));
		}
		else if (!this.decided) {
			possible.put("decided", () -> decide(caseId, false));
			possible.put("decided otherwise", () -> decide(caseId, false));
		}
		else if (this.assuranceDue) {
			possible.put("assured", () -> assure(caseId, false));
			possible.put("objected", () -> assure(caseId, true));
			possible.put("assurance overdue", () -> assuranceOverdue(caseId));
		}
		else {
			possible.put("put in force", () -> putInForce(caseId));
			possible.put("confirmed", () -> confirm(caseId));
			possible.put("refused", () -> refuse(caseId));
			possible.put("revised", () -> decide(caseId, true));
		}
		if (!this.decided) {
			possible.put("withdrawn", () -> withdraw(caseId));
		}
	}

	private void afterwards(Map<String, Runnable> possible, Ruled decision) {
		InForce inForce = bean(DecisionsInForce.class).of(this.riskId).orElseThrow();
		if (decision.exemption == null) {
			possible.put("verified", () -> verify(inForce, decision, Effect.EFFECTIVE));
			possible.put("verified as failed", () -> verify(inForce, decision, Effect.NOT_EFFECTIVE));
			possible.put("not verified", () -> verify(inForce, decision, Effect.NOT_VERIFIED));
			return;
		}
		if (decision.exemption == ExemptionState.IN_FORCE) {
			possible.put("suspended", () -> change(inForce, decision, ExemptionState.SUSPENDED));
		}
		else {
			possible.put("attested after all", () -> change(inForce, decision, ExemptionState.IN_FORCE));
		}
		if (this.clock.today().isAfter(decision.endsOn)) {
			possible.put("expired", () -> end(inForce, decision, ExemptionState.EXPIRED));
			possible.put("expired indeed", () -> end(inForce, decision, ExemptionState.EXPIRED));
		}
		possible.put("revoked", () -> end(inForce, decision, ExemptionState.REVOKED));
		possible.put("closed", () -> end(inForce, decision, ExemptionState.CLOSED));
	}

	private void openCase() {
		Cases cases = bean(Cases.class);
		String caseId = cases
			.open(new RaisedRisk("Risk", "Something happens.", Category.DATA, null, "Gain", null, false), actor());
		if (this.riskId.isEmpty()) {
			this.riskId = cases.registerRisk(caseId);
		}
		else {
			cases.referTo(caseId, this.riskId);
		}
		cases.identifyAsset(caseId, bean(Assets.class).find(ASSET).orElseThrow());
		this.openCase = caseId;
		this.latestCase = caseId;
		this.compared = false;
		this.decided = false;
		this.refusals = 0;
		this.oracle.latestCaseWithdrawn = false;
	}

	private void positions(String caseId) {
		state(caseId, Side.IT, (this.random.nextInt(6) > 0) ? score() : null);
		state(caseId, Side.SECURITY, (this.random.nextInt(6) > 0) ? score() : null);
		compare(caseId, RatingCause.POSITIONS);
		this.compared = true;
	}

	private void state(String caseId, Side side, @Nullable Score score) {
		if (score != null) {
			this.scores.put(caseId + side, score);
			bean(Positions.class).state(caseId, side,
					new Statement(score, score(), "So it is.", null, null, null, null), actor());
		}
		else {
			bean(Positions.class).recordMissing(caseId, side);
		}
	}

	private void restate() {
		state(this.latestCase, Side.SECURITY, score());
		compare(this.latestCase, RatingCause.RESTATEMENT);
	}

	/**
	 * The case goes by any rules that were in force some time; its risk by the present
	 * ones.
	 */
	private void compare(String caseId, RatingCause cause) {
		String own = TestRules.named(this.random.nextInt(5), this.random.nextInt(2));
		bean(Comparison.class).compare(caseId, TestRules.appetite(this.assetClass, own), cause, own);
		this.oracle.rated = true;
		this.ratedIn = caseId;
		this.oracle.securityMissing = !this.scores.containsKey(caseId + Side.SECURITY);
		rateByRules();
		List<Score> stated = stated();
		Score highest = highest(stated);
		boolean lowersBySilence = stated.size() < 2 && rank(this.rated) > rank(highest);
		this.rated = lowersBySilence ? this.rated : highest;
		this.oracle.level = levelOf(this.rated);
	}

	/** What both sides stated in the case that the risk is rated in, security's first. */
	private List<Score> stated() {
		return Stream.of(Side.SECURITY, Side.IT)
			.map((side) -> this.scores.get(this.ratedIn + side))
			.filter(Objects::nonNull)
			.toList();
	}

	private @Nullable Score highest(List<Score> scores) {
		Score highest = null;
		for (Score score : scores) {
			highest = (rank(score) > rank(highest)) ? score : highest;
		}
		return highest;
	}

	private int rank(@Nullable Score score) {
		Level level = levelOf(score);
		return (level != null) ? level.rank() : 0;
	}

	private @Nullable Level levelOf(@Nullable Score score) {
		return (score != null) ? TestRules.level(score, this.models) : null;
	}

	private void rateByRules() {
		this.oracle.appetite = TestRules.appetite(this.assetClass, this.models);
	}

	private void apply(String name) {
		bean(PresentRules.class).apply(name + " of step " + this.history.size());
		this.models = name;
		if (!this.oracle.closed) {
			rateByRules();
			this.rated = highest(Stream.concat(stated().stream(), Stream.ofNullable(this.rated)).toList());
			this.oracle.level = levelOf(this.rated);
		}
	}

	private void assetChanges() {
		this.assetClass = (this.assetClass == AssetClass.SHARED) ? AssetClass.BUSINESS_UNIT : AssetClass.SHARED;
		bean(Assets.class).changeClass(ASSET, this.assetClass, "Moved", actor());
		bean(PresentRules.class).fitToAssets();
		if (!this.oracle.closed) {
			rateByRules();
		}
		bean(MaterialChanges.class).notice();
	}

	private void decide(String caseId, boolean revise) {
		Treatment treatment = Treatment.values()[this.random.nextInt(Treatment.values().length)];
		LocalDate today = this.clock.today();
		DecisionDraft draft = new DecisionDraft(treatment, "Because.", today.plusDays(1 + this.random.nextInt(200)),
				List.of(), List.of(new Action("Do it", "cio", today.plusDays(30))),
				(treatment == Treatment.TRANSFER) ? new Transfer("Insurer", today.plusDays(30)) : null,
				(treatment == Treatment.EXEMPT) ? new Exemption("Patch rule", "Isolated", null, List.of(),
						today.plusDays(1 + this.random.nextInt(200))) : null);
		RiskCase riskCase = bean(Cases.class).require(caseId);
		if (revise) {
			bean(Decisions.class).revise(riskCase, draft, actor(), this.models);
		}
		else {
			bean(Decisions.class).decide(riskCase, draft, actor(), this.models);
		}
		this.decided = true;
		this.assuranceDue = true;
	}

	private void assure(String caseId, boolean objects) {
		bean(Assurances.class).give(caseId, new Assurance.Opinion(objects, true, true, "So I think."), actor());
		this.assuranceDue = false;
	}

	private void assuranceOverdue(String caseId) {
		bean(Assurances.class).recordNotGiven(caseId);
		this.assuranceDue = false;
	}

	/** What needs a confirmation stays out of force. */
	private void putInForce(String caseId) {
		try {
			bean(Decisions.class).putInForce(caseId);
		}
		catch (ConfirmationNeeded ex) {
			return;
		}
		comesInForce(caseId);
		bean(Cases.class).settle(caseId, CaseState.SETTLED);
		this.openCase = null;
	}

	private void confirm(String caseId) {
		Decision decision = bean(Decisions.class).require(caseId);
		bean(Referrals.class).refer(caseId, Authority.COMMITTEE, Reason.AUTHORITY);
		bean(Confirmations.class).confirm(caseId, decision.number(), 1, 1);
		bean(Referrals.class).settle(caseId);
		comesInForce(caseId);
		bean(Cases.class).settleByRuling(caseId);
		this.openCase = null;
	}

	private void comesInForce(String caseId) {
		Decision decision = bean(Decisions.class).require(caseId);
		DecisionDraft content = decision.content();
		Exemption exemption = content.exemption();
		this.oracle.comesInForce(new Ruled(content.treatment(), decision.band(), content.reviewOn(),
				(exemption != null) ? exemption.endsOn() : null));
	}

	private void refuse(String caseId) {
		int decision = bean(Decisions.class).require(caseId).number();
		bean(Referrals.class).refer(caseId, Authority.COMMITTEE, Reason.AUTHORITY);
		bean(Confirmations.class).refuse(caseId, decision);
		bean(Referrals.class).settle(caseId);
		this.decided = false;
		this.refusals++;
		if (this.refusals == 2) {
			bean(Cases.class).settleByRuling(caseId);
			this.openCase = null;
		}
	}

	private void withdraw(String caseId) {
		bean(Withdrawals.class).record(caseId, "Cancelled.", actor());
		bean(Cases.class).withdraw(caseId);
		this.openCase = null;
		this.oracle.latestCaseWithdrawn = true;
	}

	private void confirmedGone() {
		bean(Risks.class).close(this.riskId, "Scrapped.", actor());
		this.oracle.closed = true;
		this.oracle.inForce().ifPresent((decision) -> this.oracle.end(decision, ExemptionState.CLOSED));
	}

	private void verify(InForce inForce, Ruled decision, Effect effect) {
		TreatmentPlans plans = bean(TreatmentPlans.class);
		if (plans.find(inForce.caseId()).filter((plan) -> plan.verification() != null).isPresent()) {
			return;
		}
		plans.begin(inForce);
		Score score = (effect != Effect.NOT_VERIFIED) ? score() : null;
		plans.verify(plans.require(inForce.caseId()), new Verification(effect, score, "Tested.", actor()));
		if (score != null) {
			bean(Positions.class).verify(inForce.caseId(), score, "Tested.", actor());
			this.scores.put(inForce.caseId() + Side.IT, score);
			this.scores.put(inForce.caseId() + Side.SECURITY, score);
			compare(inForce.caseId(), RatingCause.VERIFICATION);
		}
		if (effect == Effect.EFFECTIVE && this.openCase == null && this.oracle.band() == Band.WITHIN_APPETITE) {
			confirmedGone();
		}
		else if (effect != Effect.EFFECTIVE) {
			bean(DecisionsInForce.class).end(inForce,
					(effect == Effect.NOT_EFFECTIVE) ? DecisionEnd.NOT_EFFECTIVE : DecisionEnd.NOT_VERIFIED,
					ExemptionState.REVOKED, "It failed.", actor());
			this.oracle.end(decision, ExemptionState.REVOKED);
		}
	}

	private void change(InForce inForce, Ruled decision, ExemptionState state) {
		Exemptions exemptions = bean(Exemptions.class);
		exemptions.change(exemptions.requireGranted(inForce.caseId()).id(), state, "Attested so.", actor());
		decision.exemption = state;
	}

	private void end(InForce inForce, Ruled decision, ExemptionState state) {
		bean(DecisionsInForce.class).end(inForce, DecisionEnd.EXEMPTION_ENDED, state, "It ended.", actor());
		this.oracle.end(decision, state);
	}

	private Score score() {
		return new Score(1 + this.random.nextInt(5), 1 + this.random.nextInt(5));
	}

	private String actor() {
		return "user" + this.random.nextInt(9);
	}

	private <T> T bean(Class<T> type) {
		return this.register.getBean(type);
	}

}
