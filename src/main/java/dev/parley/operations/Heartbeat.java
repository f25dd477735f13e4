package dev.parley.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Tells the other nodes, and operators, that this one lives. */
@Configuration(proxyBeanMethods = false)
class Heartbeat implements SchedulingConfigurer, DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

	private final Nodes nodes;

	private final Build build;

	private final Environment environment;

	private final Duration every;

	Heartbeat(Nodes nodes, Build build, Environment environment, OperationsProperties properties) {
		this.nodes = nodes;
		this.build = build;
		this.environment = environment;
		this.every = properties.heartbeat();
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(new FixedDelayTask(this::beat, this.every, this.every));
	}

	@EventListener(ApplicationReadyEvent.class)
	void beat() {
		try {
			this.nodes.seen(host() + ":" + this.environment.getProperty("local.server.port", "none"),
					this.build.version());
		}
		catch (RuntimeException ex) {
			LOG.warn("This node could not tell that it lives; it tries again in {}", this.every, ex);
		}
	}

	@Override
	public void destroy() {
		try {
			this.nodes.gone();
		}
		catch (RuntimeException ex) {
			LOG.info("This node could not take itself off the list of nodes: {}", ex.getMessage());
		}
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown host";
		}
	}

}
