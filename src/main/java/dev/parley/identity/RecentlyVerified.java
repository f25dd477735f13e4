package dev.parley.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Remembers for some minutes that a password was right, so that HTTP Basic does not pay
 * for the slow hash at each request. Keeps only a keyed digest, in memory; the stored
 * hash is part of it, so that a changed password is forgotten at once.
 */
@Component
class RecentlyVerified {

	private static final String ALGORITHM = "HmacSHA256";

	private final Cache<String, Boolean> digests = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(5))
		.build();

	private final SecretKeySpec key;

	RecentlyVerified() {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	boolean contains(String user, String password, String storedHash) {
		return this.digests.getIfPresent(digest(user, password, storedHash)) != null;
	}

	void add(String user, String password, String storedHash) {
		this.digests.put(digest(user, password, storedHash), Boolean.TRUE);
	}

	private String digest(String... parts) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			for (String part : parts) {
				mac.update(part.getBytes(StandardCharsets.UTF_8));
				mac.update((byte) 0);
			}
			return Base64.getEncoder().encodeToString(mac.doFinal());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
