package dev.parley.riskpage;

import java.util.List;

import dev.parley.identity.Side;
import dev.parley.register.CaseSight;
import dev.parley.register.CaseSights;
import dev.parley.register.Position;
import dev.parley.register.Position.Statement;
import dev.parley.register.Positions;
import dev.parley.register.Score;
import dev.parley.register.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What both sides think of a risk: the positions that it was rated by last. Those of a
 * case that still asks for them do not show to anybody.
 */
@Component
class PositionSection {

	private final CaseSights sights;

	private final Positions positions;

	private final Wording wording;

	private final Days days;

	PositionSection(CaseSights sights, Positions positions, Wording wording, Days days) {
		this.sights = sights;
		this.positions = positions;
		this.wording = wording;
		this.days = days;
	}

	/**
	 * Both positions.
	 * @param ratedIn the case in which the risk was rated last, or null
	 */
	PositionsView of(@Nullable String ratedIn, ReadableCases readable, String reader) {
		RiskCaseLine newest = readable.newest();
		boolean asked = newest.overSince() == null && this.positions.disclosed(newest.caseId()).isEmpty();
		boolean whole = ratedIn != null && this.sights.of(ratedIn, reader).filter(CaseSight::isWhole).isPresent();
		return new PositionsView(
				(whole && readable.reads(ratedIn)) ? ratedIn : null, (whole && ratedIn != null)
						? this.positions.disclosed(ratedIn).stream().map(this::side).toList() : List.of(),
				asked ? newest.caseId() : null);
	}

	private SideView side(Position position) {
		Statement said = position.statement();
		return new SideView((position.side() == Side.IT) ? "IT" : "Security", position.verified(),
				(said != null) ? words(said.current()) : null, (said != null) ? words(said.residual()) : null,
				(said != null) ? said.reasoning() : null, (said != null) ? said.costOfDelay() : null,
				(said != null) ? said.threat() : null, (said != null) ? said.evidence() : null,
				(said != null) ? said.requestedBy() : null, this.wording.name(position.statedBy()),
				String.valueOf(this.days.dayOf(position.at())));
	}

	private static String words(Score score) {
		return "likelihood %d, impact %d".formatted(score.likelihood(), score.impact());
	}

	/**
	 * Both positions.
	 *
	 * @param caseId the case in which they were stated, or null where they do not show
	 * @param sides the positions, that of IT first
	 * @param askedIn the case that still asks for them, or null
	 */
	record PositionsView(@Nullable String caseId, List<SideView> sides, @Nullable String askedIn) {
	}

	/**
	 * A position.
	 *
	 * @param side whose it is
	 * @param verified whether it is what the CISO verified after a treatment
	 * @param current the risk as it is; null when nothing was stated
	 * @param residual the risk after the planned measures
	 * @param reasoning why
	 * @param costOfDelay what waiting costs, or null
	 * @param threat who or what would cause it, or null
	 * @param evidence what supports it, or null
	 * @param requestedBy who asked for a lower position, or null
	 * @param by who stated it, or null
	 * @param on when
	 */
	record SideView(String side, boolean verified, @Nullable String current, @Nullable String residual,
			@Nullable String reasoning, @Nullable String costOfDelay, @Nullable String threat,
			@Nullable String evidence, @Nullable String requestedBy, @Nullable String by, String on) {
	}

}
