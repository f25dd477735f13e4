package dev.parley.identity;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords so slowly that a stolen table is hard to guess from, instead of the
 * engine's one round of SHA-512. See OWASP Password Storage Cheat Sheet.
 */
public final class SlowPasswordHash implements PasswordEncryptor {

	private static final int SALT_BYTES = 16;

	private static final char SEPARATOR = '$';

	private final int iterations;

	/**
	 * Makes a hash.
	 * @param iterations rounds for new passwords; each stored hash tells its own
	 */
	public SlowPasswordHash(int iterations) {
		this.iterations = iterations;
	}

	@Override
	public String encrypt(String password) {
		return this.iterations + String.valueOf(SEPARATOR) + encoder(this.iterations).encode(password);
	}

	@Override
	public boolean check(String password, String encrypted) {
		int separator = encrypted.indexOf(SEPARATOR);
		return separator > 0 && encoder(Integer.parseInt(encrypted.substring(0, separator))).matches(password,
				encrypted.substring(separator + 1));
	}

	@Override
	public String hashAlgorithmName() {
		return "PBKDF2WithHmacSHA512";
	}

	private static Pbkdf2PasswordEncoder encoder(int iterations) {
		return new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
	}

}
