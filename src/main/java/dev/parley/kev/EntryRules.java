package dev.parley.kev;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What an entry has to give, by the published schema, and what no text may hold. */
final class EntryRules {

	private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

	private static final Pattern CWES = Pattern.compile("(CWE-[0-9]{1,9}(, ?CWE-[0-9]{1,9})*)?");

	private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

	/** Characters that make a text read in another order than it is written. */
	private static final Set<Integer> TURNING = Set.of(0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
			0x2069);

	private static final int QUOTED = 60;

	private final RawEntry raw;

	private final List<RowFault> faults;

	private EntryRules(RawEntry raw) {
		this.raw = raw;
		this.faults = new ArrayList<>(raw.faults());
	}

	/** The entry if it has no fault; its faults are added to those given. */
	static Optional<KevEntry> check(RawEntry raw, List<RowFault> faults) {
		EntryRules rules = new EntryRules(raw);
		Optional<KevEntry> entry = (raw.values().isEmpty() && !raw.faults().isEmpty()) ? Optional.empty()
				: rules.entry();
		faults.addAll(rules.faults);
		return entry;
	}

	static String shortened(String text) {
		return (text.length() <= QUOTED) ? text : text.substring(0, QUOTED) + "…";
	}

	private Optional<KevEntry> entry() {
		String cve = matching(KevField.CVE, CVE, "no CVE id such as CVE-2024-12345");
		LocalDate added = date(KevField.DATE_ADDED);
		LocalDate due = date(KevField.DUE_DATE);
		KevEntry entry = new KevEntry(cve, text(KevField.VENDOR), text(KevField.PRODUCT), text(KevField.NAME), added,
				text(KevField.DESCRIPTION), text(KevField.REQUIRED_ACTION), due, ransomware(), text(KevField.NOTES),
				matching(KevField.CWES, CWES, "no list of weaknesses such as CWE-79, CWE-89"));
		return this.faults.isEmpty() ? Optional.of(entry) : Optional.empty();
	}

	private String text(KevField field) {
		String text = SPACE.matcher(this.raw.values().getOrDefault(field, "")).replaceAll(" ").strip();
		if (text.isEmpty() && field.isRequired() && !isFaulty(field)) {
			fault(field, "A value is missing.");
		}
		if (text.length() > field.longest()) {
			fault(field, "The value has %d characters; %d are read at most.".formatted(text.length(), field.longest()));
		}
		if (text.codePoints().anyMatch(EntryRules::isForbidden)) {
			fault(field, "The value has a control character.");
		}
		return text;
	}

	private String matching(KevField field, Pattern pattern, String otherwise) {
		int before = this.faults.size();
		String text = text(field);
		if (this.faults.size() == before && !isFaulty(field) && !pattern.matcher(text).matches()) {
			fault(field, "\"%s\" is %s.".formatted(shortened(text), otherwise));
		}
		return text;
	}

	private LocalDate date(KevField field) {
		int before = this.faults.size();
		String text = matching(field, DATE, "no date such as 2026-11-22");
		if (this.faults.size() == before && !isFaulty(field)) {
			@Nullable LocalDate date = parsed(text);
			if (date != null) {
				return date;
			}
			fault(field, "\"%s\" is no day of the calendar.".formatted(text));
		}
		return LocalDate.EPOCH;
	}

	private static @Nullable LocalDate parsed(String text) {
		try {
			LocalDate date = LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
			return (date.getYear() > 0) ? date : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private boolean ransomware() {
		String text = text(KevField.RANSOMWARE);
		if (!Set.of("known", "unknown", "").contains(text.toLowerCase(Locale.ROOT))) {
			fault(KevField.RANSOMWARE, "\"%s\" is neither Known nor Unknown.".formatted(shortened(text)));
		}
		return text.equalsIgnoreCase("known");
	}

	private boolean isFaulty(KevField field) {
		return this.faults.stream().anyMatch((fault) -> field.column().equals(fault.column()));
	}

	private void fault(KevField field, String message) {
		this.faults.add(new RowFault(this.raw.row(), field.column(), message));
	}

	private static boolean isForbidden(int codePoint) {
		return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
				|| TURNING.contains(codePoint);
	}

}
