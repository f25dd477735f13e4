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

	private final Pbkdf2PasswordEncoder encoder;

	/**
	 * Makes a hash.
	 * @param iterations rounds, from 1
	 */
	public SlowPasswordHash(int iterations) {
		this.encoder = new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations,
				SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
	}

	@Override
	public String encrypt(String password) {
		return this.encoder.encode(password);
	}

	@Override
	public boolean check(String password, String encrypted) {
		return this.encoder.matches(password, encrypted);
	}

	@Override
	public String hashAlgorithmName() {
		return "PBKDF2WithHmacSHA512";
	}

}
