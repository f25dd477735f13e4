package dev.parley.riskpage;

import java.util.Map;
import java.util.TreeMap;

import dev.parley.register.RiskState;
import dev.parley.register.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of the list with the filters that are chosen.
 *
 * @param asked parameters of the address, by name
 */
record RegisterLinks(Map<String, String> asked) {

	RegisterLinks {
		Map<String, String> kept = new TreeMap<>(asked);
		kept.remove("after");
		kept.values().removeIf(String::isBlank);
		asked = kept;
	}

	/**
	 * The list, narrowed to a cell of the heat map or to none. The heat map counts open
	 * risks, and so a cell leads to these.
	 */
	String withCell(@Nullable Score cell) {
		Map<String, String> parameters = new TreeMap<>(this.asked);
		parameters.remove("likelihood");
		parameters.remove("impact");
		if (cell != null) {
			parameters.put("state", RiskState.OPEN.name());
			parameters.put("likelihood", String.valueOf(cell.likelihood()));
			parameters.put("impact", String.valueOf(cell.impact()));
		}
		return address("/register", parameters);
	}

	/** The first page. */
	public String first() {
		return address("/register", this.asked);
	}

	/** The whole list as a table for other programs. */
	public String table() {
		return address("/register.csv", this.asked);
	}

	private static String address(String path, Map<String, String> parameters) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		parameters.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(parameters).toUriString();
	}

}
