package dev.parley.insight;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scrape says of Parley: value by series. */
final class Scrape {

	private static final Pattern SERIES = Pattern.compile("(?m)^(parley_\\S+) (\\S+)$");

	private Scrape() {
	}

	static Map<String, Double> read(String text) {
		Map<String, Double> values = new TreeMap<>();
		Matcher series = SERIES.matcher(text);
		while (series.find()) {
			values.put(series.group(1), Double.valueOf(series.group(2)));
		}
		return values;
	}

}
