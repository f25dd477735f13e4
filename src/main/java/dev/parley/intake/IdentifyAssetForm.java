package dev.parley.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import dev.parley.register.Acts;
import dev.parley.register.Asset;
import dev.parley.register.Assets;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Cases;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles which asset a risk endangers, and with it which office decides. */
@Component
class IdentifyAssetForm implements TaskForm<IdentifyAssetSubmission> {

	private final Assets assets;

	private final Cases cases;

	private final Acts acts;

	private final People people;

	private final CaseSoFar caseSoFar;

	private final Notices notices;

	IdentifyAssetForm(Assets assets, Cases cases, Acts acts, People people, CaseSoFar caseSoFar, Notices notices) {
		this.assets = assets;
		this.cases = cases;
		this.acts = acts;
		this.people = people;
		this.caseSoFar = caseSoFar;
		this.notices = notices;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.IDENTIFY;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("assets", this.assets.all().stream().map(IdentifyAssetForm::choice).toList());
		return shown;
	}

	private static Map<String, String> choice(Asset asset) {
		return Map.of("value", asset.id(), "label",
				"%s (%s, decided by %s)".formatted(asset.name(), asset.assetClass().label(), asset.decides().label()));
	}

	@Override
	public IdentifyAssetSubmission read(Submission submission, TaskContext task) {
		return IdentifyAssetSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(IdentifyAssetSubmission answers, TaskContext task) {
		Asset asset = this.assets.find(answers.assetId())
			.orElseThrow(() -> new SubmissionRefused(
					"There is no asset \"%s\" in the inventory. Choose one of the list.".formatted(answers.assetId())));
		requireDecider(asset, task.caseId());
		this.cases.identifyAsset(task.caseId(), asset);
		informCio(asset, task.caseId());
		return Map.of(RiskIntakeProcess.ASSET_CLASS, asset.assetClass().name(), RiskIntakeProcess.DECIDING_GROUP,
				asset.decides().group());
	}

	/** The CIO does not decide on a business unit's own assets, and is informed. */
	private void informCio(Asset asset, String caseId) {
		if (asset.decides() != Office.CIO) {
			this.notices.informOffice(caseId, Office.CIO.group(), NoticeKind.INFORMATION,
					"Case %s is about %s, an asset of a business unit. The office %s decides it; you are asked for the IT position."
						.formatted(caseId, asset.name(), asset.decides().label()));
		}
	}

	private void requireDecider(Asset asset, String caseId) {
		List<String> office = this.people.membersOf(asset.decides().group());
		boolean anybody = office.stream()
			.anyMatch((member) -> SeparationOfDuties.objectionTo(Duty.DECIDE, this.acts.dutiesDone(caseId, member))
				.isEmpty());
		if (!anybody) {
			throw new SubmissionRefused(
					"Nobody could decide on %s: the office %s has %s. Ask an administrator to add a deputy.".formatted(
							asset.name(), asset.decides().label(),
							office.isEmpty() ? "no member" : "no member but the person who raised the case"));
		}
	}

}
