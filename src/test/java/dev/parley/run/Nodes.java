package dev.parley.run;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Two Parleys on one database, called in turn as by a load balancer. */
final class Nodes implements AutoCloseable {

	private final ParleyProcess first;

	private final ParleyProcess second;

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicBoolean killed = new AtomicBoolean();

	/** Starts both at the same moment. */
	Nodes(Map<String, String> settings) throws Exception {
		this.first = ParleyProcess.jar(settings);
		this.second = ParleyProcess.jar(settings);
		this.first.ready();
		this.second.ready();
	}

	/**
	 * Calls one of the nodes that are there.
	 * @throws IOException when the node was killed in the meantime; what became of the
	 * request is not known then
	 */
	HttpResponse<String> call(String user, String method, String path, String body) throws Exception {
		boolean other = this.killed.get() || this.calls.getAndIncrement() % 2 == 1;
		return (other ? this.second : this.first).call(user, OutsidePostgres.PASSWORD, method, path, body);
	}

	/** Kills the first node, once. */
	void killFirst() throws Exception {
		if (this.killed.compareAndSet(false, true)) {
			this.first.kill();
		}
	}

	List<String> logs() {
		return List.of(this.first.output(), this.second.output());
	}

	@Override
	public void close() throws Exception {
		this.first.close();
		this.second.close();
	}

}
