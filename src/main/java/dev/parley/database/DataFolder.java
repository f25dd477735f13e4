package dev.parley.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the embedded server's data, locked for one application. The operating
 * system frees the lock when the application is killed.
 */
final class DataFolder implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

	private static final int START_LINE = 2;

	private static final Duration START_TOLERANCE = Duration.ofSeconds(30);

	private static final int STOP_SECONDS = 60;

	private final Path path;

	private final FileChannel channel;

	private DataFolder(Path path, FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	static DataFolder lock(Path folder) {
		Path path = folder.toAbsolutePath().normalize();
		try {
			Files.createDirectories(path);
			FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (tryLock(channel) == null) {
				channel.close();
				throw new DatabaseRefusal("Another Parley uses the folder %s.".formatted(path),
						"Stop it first, or name another folder with parley.demo.directory.");
			}
			return new DataFolder(path, channel);
		}
		catch (IOException ex) {
			throw new DatabaseRefusal("The folder %s cannot be written: %s".formatted(path, ex.getMessage()),
					"Give Parley the right to write there, or name another folder with parley.demo.directory.", ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	File data() {
		return this.path.resolve("postgresql").toFile();
	}

	/** Whether the first start went through to its end. */
	boolean isComplete() {
		return Files.exists(completeMark());
	}

	void markComplete() throws IOException {
		Files.createFile(completeMark());
	}

	private Path completeMark() {
		return this.path.resolve("complete");
	}

	/**
	 * Stops a server that still runs on these data though its application is gone.
	 * @throws DatabaseRefusal when it does not end, or is not surely the one of this
	 * folder
	 */
	void stopOrphan() throws IOException {
		Path pidFile = data().toPath().resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		List<String> lines = Files.readAllLines(pidFile);
		Optional<ProcessHandle> server = lines.stream()
			.findFirst()
			.map(String::strip)
			.filter((pid) -> pid.matches("\\d{1,10}"))
			.flatMap((pid) -> ProcessHandle.of(Long.parseLong(pid)))
			.filter(DataFolder::isPostgres);
		if (server.isPresent()) {
			stop(server.get(), lines);
		}
		Files.deleteIfExists(pidFile);
	}

	private void stop(ProcessHandle server, List<String> pidFile) {
		if (!startedWhen(server, pidFile)) {
			throw stillRuns(server);
		}
		LOG.info("Stopping the database server {} that a killed Parley left running", server.pid());
		interrupt(server);
		try {
			server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw stillRuns(server);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw stillRuns(server);
		}
	}

	private DatabaseRefusal stillRuns(ProcessHandle server) {
		return new DatabaseRefusal(
				"A PostgreSQL server (process %d) still runs, perhaps on %s.".formatted(server.pid(), data()),
				"Stop it, then start again.");
	}

	/** Whether the process started when the pid file says that its writer did. */
	private static boolean startedWhen(ProcessHandle process, List<String> pidFile) {
		if (pidFile.size() <= START_LINE || !pidFile.get(START_LINE).strip().matches("\\d{1,12}")) {
			return false;
		}
		Instant start = Instant.ofEpochSecond(Long.parseLong(pidFile.get(START_LINE).strip()));
		return process.info()
			.startInstant()
			.filter((instant) -> Duration.between(instant, start).abs().compareTo(START_TOLERANCE) < 0)
			.isPresent();
	}

	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().map((command) -> command.toLowerCase(Locale.ROOT)).filter((command) -> {
			String name = Path.of(command).getFileName().toString();
			return name.startsWith("postgres");
		}).isPresent();
	}

	/**
	 * Asks for a fast shutdown, which does not wait for clients; Windows knows no
	 * signals.
	 */
	private static void interrupt(ProcessHandle server) {
		try {
			new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
		}
		catch (IOException ex) {
			server.destroy();
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
