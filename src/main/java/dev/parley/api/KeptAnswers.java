package dev.parley.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.submission.StateRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a call with an {@link IdempotencyKey} once, and keeps its answer for a day. What
 * was refused is not kept: the key can be used again with a better body.
 */
@Component
class KeptAnswers {

	private static final Duration KEPT = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ObjectMapper canonical;

	KeptAnswers(JdbcClient jdbc, Clock clock, ObjectMapper json) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
	}

	/**
	 * Does a call, or answers as before. The row with the key is written before the call
	 * is done, in the same transaction: who comes second with the same key waits there.
	 * @throws StateRefused when the key was used for another body
	 */
	@Transactional
	public Answer once(String user, Optional<IdempotencyKey> key, Map<String, @Nullable Object> body,
			Supplier<Answer> call) {
		if (key.isEmpty()) {
			return call.get();
		}
		String name = key.get().value();
		removeOld();
		if (!isNew(user, name, hash(body))) {
			return earlier(user, name, hash(body));
		}
		Answer answer = call.get();
		keep(user, name, answer);
		return answer;
	}

	/** Rows that another call is removing are left to it. */
	private void removeOld() {
		this.jdbc.sql("""
				delete from api_answer
				 where (user_id, idempotency_key) in (
				       select user_id, idempotency_key from api_answer where asked_at < ? for update skip locked)""")
			.param(Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
	}

	private boolean isNew(String user, String key, String hash) {
		return this.jdbc.sql("""
				insert into api_answer (user_id, idempotency_key, request_hash, asked_at) values (?, ?, ?, ?)
				on conflict do nothing""").params(user, key, hash, Timestamp.from(this.clock.instant())).update() > 0;
	}

	private Answer earlier(String user, String key, String hash) {
		return this.jdbc.sql("""
				select status, location, body from api_answer
				 where user_id = ? and idempotency_key = ? and request_hash = ?""")
			.params(user, key, hash)
			.query(Answer.class)
			.optional()
			.orElseThrow(() -> new StateRefused(
					"The %s %s was used for another body less than a day ago. Send that body again, or take another key."
						.formatted(IdempotencyKey.HEADER, key)));
	}

	private void keep(String user, String key, Answer answer) {
		this.jdbc
			.sql("update api_answer set status = ?, location = ?, body = ? where user_id = ? and idempotency_key = ?")
			.params(answer.status(), answer.location(), answer.body(), user, key)
			.update();
	}

	/** Order of keys and space between them do not count. */
	private String hash(Map<String, @Nullable Object> body) {
		try {
			byte[] text = this.canonical.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (JsonProcessingException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a call came to.
	 *
	 * @param status HTTP status
	 * @param location address of what was made
	 * @param body the body
	 */
	record Answer(int status, String location, String body) {
	}

}
