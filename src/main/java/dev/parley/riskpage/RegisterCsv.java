package dev.parley.riskpage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Level;
import dev.parley.register.RiskFilter;
import dev.parley.register.UnacceptableState;
import dev.parley.riskpage.ListedRisk.ListedExemption;
import dev.parley.riskpage.ListedRisk.NamedAsset;
import dev.parley.riskpage.ListedRisk.Terms;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the list as comma-separated values (RFC 4180), in UTF-8 with a byte order mark,
 * by which spreadsheets know it.
 */
@Component
class RegisterCsv {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** What spreadsheets take for a formula (OWASP, CSV injection). */
	private static final Pattern FORMULA = Pattern.compile("[\\t\\r\\n]|\\s*[=+\\-@＝＋－＠]");

	/**
	 * The same within a cell, where a spreadsheet that does not part cells at commas
	 * begins another.
	 */
	private static final Pattern FORMULA_WITHIN = Pattern.compile("(?<=[;\\t\\r\\n])(?=\\s*[=+\\-@＝＋－＠])");

	private static final String[] HEAD = { "Risk", "Title", "State", "Category", "Asset id", "Asset", "Asset class",
			"Owner", "Level", "Band", "Above tolerance", "Treatment in force", "In force since", "Review on",
			"Exemption", "Exemption state", "Last day", "Outdated by", "Raised on" };

	private final RegisterRows risks;

	private final Days days;

	RegisterCsv(RegisterRows risks, Days days) {
		this.risks = risks;
		this.days = days;
	}

	/** Writes each risk as soon as it is read. */
	void write(Writer to, RiskFilter filter, RiskSort sort, CaseReader reader) throws IOException {
		to.write(BYTE_ORDER_MARK);
		CSVPrinter printer = CSVFormat.RFC4180.builder().setHeader(HEAD).get().print(to);
		try {
			this.risks.each(filter, sort, reader, (risk) -> print(printer, risk));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		printer.flush();
	}

	private void print(CSVPrinter printer, ListedRisk risk) {
		try {
			printer.printRecord(cells(risk).stream().map(RegisterCsv::harmless));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A cell that no program takes for a formula. */
	static String harmless(String cell) {
		String within = FORMULA_WITHIN.matcher(cell).replaceAll("'");
		return FORMULA.matcher(cell).lookingAt() ? "'" + within : within;
	}

	private List<String> cells(ListedRisk risk) {
		NamedAsset asset = risk.asset();
		Terms terms = risk.terms();
		ListedExemption exemption = (terms != null) ? terms.exemption() : null;
		return List.of(risk.riskId(), risk.title(), risk.state().label(), risk.category().label(),
				text(asset, NamedAsset::id), text(asset, NamedAsset::name),
				text(asset, (named) -> named.assetClass().label()), text(asset, NamedAsset::owner),
				text(risk.level(), Level::label), text(risk.band(), Band::label),
				text(risk.unacceptableState(), UnacceptableState::label),
				text(terms, (decided) -> decided.treatment().label()),
				text(terms, (decided) -> this.days.dateOf(decided.since()).toString()),
				text(terms, (decided) -> decided.reviewOn().toString()), text(exemption, ListedExemption::id),
				text(exemption, (permitted) -> permitted.state().label()),
				text(exemption, (permitted) -> permitted.endsOn().toString()),
				text(RegisterPage.outdated(risk.outdated()), Function.identity()),
				this.days.dateOf(risk.raisedAt()).toString());
	}

	private static <T> String text(@Nullable T thing, Function<T, String> words) {
		return Optional.ofNullable(thing).map(words).orElse("");
	}

}
