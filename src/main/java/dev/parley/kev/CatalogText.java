package dev.parley.kev;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Reads bytes as UTF-8, and says what they are when they are something else. */
final class CatalogText {

	private static final String WAY_OUT = " Take the CSV or JSON file as it is published, in UTF-8. Nothing was imported.";

	private static final String UTF_8_MARK = "efbbbf";

	private static final Map<String, String> OTHERS = Map.of("feff", "The file is written in UTF-16.", "fffe",
			"The file is written in UTF-16.", "504b0304", "The file is a ZIP archive or a workbook.", "1f8b",
			"The file is compressed.", "25504446", "The file is a PDF document.", "d0cf11e0",
			"The file is a workbook.");

	private CatalogText() {
	}

	/**
	 * The text without its byte order mark.
	 * @throws CatalogRefused when the bytes are no text in UTF-8
	 */
	static String of(byte[] bytes) {
		String start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
		OTHERS.forEach((mark, what) -> {
			if (start.startsWith(mark)) {
				throw new CatalogRefused(what + WAY_OUT);
			}
		});
		String text = decoded(bytes, start.startsWith(UTF_8_MARK) ? 3 : 0);
		if (text.isBlank()) {
			throw new CatalogRefused("The file is empty." + WAY_OUT);
		}
		return text;
	}

	private static String decoded(byte[] bytes, int from) {
		ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
		CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
		CoderResult result = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.decode(in, out, true);
		if (result.isError()) {
			throw new CatalogRefused("The file is not written in UTF-8: line %d has the byte %02X.%s"
				.formatted(line(bytes, in.position()), bytes[in.position()], WAY_OUT));
		}
		String text = out.flip().toString();
		int nul = text.indexOf(0);
		if (nul >= 0) {
			throw new CatalogRefused(
					"Line %d of the file has a NUL character: it is no text, or not written in UTF-8.%s".formatted(
							text.substring(0, nul).chars().filter((letter) -> letter == '\n').count() + 1, WAY_OUT));
		}
		return text;
	}

	private static int line(byte[] bytes, int position) {
		int line = 1;
		for (int index = 0; index < position; index++) {
			line += (bytes[index] == '\n') ? 1 : 0;
		}
		return line;
	}

}
