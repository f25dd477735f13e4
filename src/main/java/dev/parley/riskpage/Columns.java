package dev.parley.riskpage;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;

/** Reads columns of the register that may be empty. */
final class Columns {

	private Columns() {
	}

	static <E extends Enum<E>> @Nullable E named(ResultSet row, String column, Class<E> type) throws SQLException {
		String name = row.getString(column);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	static @Nullable Level level(ResultSet row, String column) throws SQLException {
		int rank = row.getInt(column);
		return row.wasNull() ? null : Level.ofRank(rank);
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

	/** The texts of an array; none where there is no array. */
	static List<String> texts(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? Arrays.asList((String[]) array.getArray()) : List.of();
	}

}
