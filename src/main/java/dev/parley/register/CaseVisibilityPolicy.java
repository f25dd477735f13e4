package dev.parley.register;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.Side;
import dev.parley.register.CaseSight.Extent;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a case, and what shows of it: whoever did something in it or answers for
 * what follows its decision, both offices, the deciding group, auditors, and, once it is
 * handed up, those who rule on it and the sponsor who is told when they do not. Once an
 * exemption was granted in it, the chief risk officer does, who may revoke it, and has to
 * know what. Rights in the engine open no case. Until both positions are in, neither side
 * learns whether the other has stated its own, and nobody else does but an auditor who is
 * of neither side.
 */
public final class CaseVisibilityPolicy {

	private static final Map<Side, Office> OFFICES = new EnumMap<>(
			Map.of(Side.IT, Office.CIO, Side.SECURITY, Office.CISO));

	private static final Set<Office> RULERS = EnumSet.of(Office.COMMITTEE_MEMBER, Office.COMMITTEE_CHAIR, Office.CRO,
			Office.EXECUTIVE_SPONSOR);

	private CaseVisibilityPolicy() {
	}

	/**
	 * Judges what a person sees of a case.
	 * @param groups groups of the person
	 * @param done what the person did in the case
	 * @param reach how far the case went
	 * @param decidingGroup the group that decides it, once known
	 * @param positionsDisclosed whether both positions are in or their time is over
	 * @return what shows, or empty when not even shows that there is such a case
	 */
	public static Optional<CaseSight> sightOf(Set<String> groups, Collection<Duty> done, CaseReach reach,
			@Nullable String decidingGroup, boolean positionsDisclosed) {
		Set<Side> veiled = positionsDisclosed ? Set.of() : veiled(groups, done);
		if (readsAll(groups, reach, decidingGroup) || done.stream().anyMatch(CaseVisibilityPolicy::takesASide)) {
			return Optional.of(new CaseSight(Extent.WHOLE, veiled));
		}
		return done.isEmpty() ? Optional.empty() : Optional.of(new CaseSight(Extent.OUTLINE, veiled));
	}

	private static boolean readsAll(Set<String> groups, CaseReach reach, @Nullable String decidingGroup) {
		return opensEvery(groups) || (decidingGroup != null && groups.contains(decidingGroup))
				|| (reach == CaseReach.HANDED_UP && opensHandedUp(groups))
				|| (reach == CaseReach.EXEMPTED && opensExempted(groups));
	}

	/** Whether members of these groups open every case, whatever they did in it. */
	static boolean opensEvery(Set<String> groups) {
		return holds(groups, Office.AUDITOR) || holdsOne(groups, OFFICES.values());
	}

	/** Whether members of these groups open every case that is or was handed up. */
	static boolean opensHandedUp(Set<String> groups) {
		return holdsOne(groups, RULERS);
	}

	/** Whether members of these groups open every case that granted an exemption. */
	static boolean opensExempted(Set<String> groups) {
		return holds(groups, Office.CRO);
	}

	private static Set<Side> veiled(Set<String> groups, Collection<Duty> done) {
		Set<Side> own = ownSides(groups, done);
		if (own.isEmpty() && holds(groups, Office.AUDITOR)) {
			return Set.of();
		}
		Set<Side> veiled = EnumSet.copyOf(OFFICES.keySet());
		veiled.removeAll(own);
		return Collections.unmodifiableSet(veiled);
	}

	/** Who has acted for a side stays of it, whatever office the person moves to. */
	private static Set<Side> ownSides(Set<String> groups, Collection<Duty> done) {
		Set<Side> acted = done.stream()
			.filter(CaseVisibilityPolicy::takesASide)
			.map(Duty::side)
			.collect(Collectors.toSet());
		return acted.isEmpty() ? OFFICES.entrySet()
			.stream()
			.filter((side) -> holds(groups, side.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet()) : acted;
	}

	/** Whether whoever did this has read all that was said. */
	static boolean takesASide(Duty duty) {
		return OFFICES.containsKey(duty.side());
	}

	private static boolean holdsOne(Set<String> groups, Collection<Office> offices) {
		return offices.stream().anyMatch((office) -> holds(groups, office));
	}

	private static boolean holds(Set<String> groups, Office office) {
		return groups.contains(office.group());
	}

}
