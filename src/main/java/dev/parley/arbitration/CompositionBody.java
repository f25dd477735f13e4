package dev.parley.arbitration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.parley.arbitration.Composition.State;
import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A composition, for systems.
 *
 * @param composition its number
 * @param state what became of it
 * @param chair presides, and has no vote
 * @param alternateChair presides where the chair is recused
 * @param seats the members who vote
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param answeredBy the executive sponsor who endorsed or refused it, or null
 * @param answeredAt when, or null
 * @param reason the sponsor's reason, or null
 */
record CompositionBody(int composition, State state, String chair, String alternateChair, List<SeatBody> seats,
		String proposedBy, Instant proposedAt, @Nullable String answeredBy, @Nullable Instant answeredAt,
		@Nullable String reason) {

	static CompositionBody of(Composition composition) {
		CompositionDraft committee = composition.committee();
		Endorsement answer = composition.answer();
		return new CompositionBody(composition.number(), composition.state(), committee.chair(),
				committee.alternateChair(), committee.seats().stream().map(SeatBody::of).toList(),
				composition.proposedBy(), composition.proposedAt(), (answer != null) ? answer.by() : null,
				(answer != null) ? answer.at() : null, (answer != null) ? answer.reason() : null);
	}

	/**
	 * A seat with a vote.
	 *
	 * @param member user id, of the office Committee member
	 * @param function function in the organisation
	 * @param termFrom first day of the term
	 * @param termTo last day of the term
	 */
	@Schema(name = "CommitteeSeat", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record SeatBody(
			@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.LINE,
					example = "member1") String member,
			@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.LINE,
					example = "Legal") String function,
			@Schema(requiredMode = RequiredMode.REQUIRED, example = "2027-01-01") LocalDate termFrom,
			@Schema(requiredMode = RequiredMode.REQUIRED, example = "2028-12-31") LocalDate termTo) {

		static SeatBody of(CommitteeSeat seat) {
			return new SeatBody(seat.member(), seat.function(), seat.from(), seat.to());
		}

	}

	/**
	 * Describes what a chair submits, as {@link CompositionSubmission} reads it.
	 *
	 * @param chair user id
	 * @param alternateChair user id
	 * @param seats the members who vote
	 */
	@Schema(name = "ProposedComposition", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Proposed(
			@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.LINE, example = "chair") String chair,
			@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.LINE, example = "member7",
					description = "One of the members, or of the office Committee chair") String alternateChair,
			@Schema(requiredMode = RequiredMode.REQUIRED,
					description = "3 to 25 members, of three functions or more") List<SeatBody> seats) {
	}

	/**
	 * Describes what an executive sponsor submits, as {@link CompositionAnswer} reads it.
	 *
	 * @param outcome what the sponsor says
	 * @param reason why
	 */
	@Schema(name = "CompositionAnswer", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Answer(@Schema(requiredMode = RequiredMode.REQUIRED, example = "ENDORSED") Endorsement.Outcome outcome,
			@Schema(maxLength = Submission.TEXT, description = "Required to refuse",
					example = "Nobody speaks for the plants.") String reason) {
	}

}
