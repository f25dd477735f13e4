package dev.parley.identity;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** The body of a request, up to a length, for those who do not say theirs beforehand. */
class BoundedInput extends ServletInputStream {

	private final ServletInputStream body;

	private long left;

	BoundedInput(ServletInputStream body, long longest) {
		this.body = body;
		this.left = longest;
	}

	@Override
	public int read() throws IOException {
		int read = this.body.read();
		count((read < 0) ? 0 : 1);
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = this.body.read(buffer, offset, length);
		count(Math.max(read, 0));
		return read;
	}

	private void count(int read) throws BodyTooLong {
		this.left -= read;
		if (this.left < 0) {
			throw new BodyTooLong();
		}
	}

	@Override
	public boolean isFinished() {
		return this.body.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.body.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.body.setReadListener(listener);
	}

}
