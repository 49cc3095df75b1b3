package io.marquee.ops.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a PostgreSQL server, and the server process on them. */
final class PostgresCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final int START_ATTEMPTS = 5;

    private final Path data;
    private final Path log;
    private final PostgresPrograms programs;

    /**
     * @param directory in which the files live
     * @param log where the server writes what it has to say
     */
    PostgresCluster(Path directory, Path log, PostgresPrograms programs) {
        this.data = directory.resolve("data");
        this.log = log;
        this.programs = programs;
    }

    /** Makes the files, unless they are there. */
    void make(String owner) throws IOException, InterruptedException {
        if (Files.exists(data)) {
            return;
        }
        // Made beside and moved, so that a cluster is either whole or not there.
        Path fresh = data.resolveSibling("initdb");
        Directories.delete(fresh);
        programs.run(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + owner,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server and returns once it takes connections. */
    ProcessHandle start(List<String> configuration) throws IOException, InterruptedException {
        Files.write(data.resolve("postgresql.conf"), configuration);
        start(1);
        return runningPid()
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new IOException("the server ended at once, see " + log));
    }

    private void start(int attempt) throws IOException, InterruptedException {
        try {
            programs.run("pg_ctl", "start", "--wait", "--pgdata=" + data, "--log=" + log, "--timeout=60", "--silent");
        } catch (IOException e) {
            String reason = PostgresLog.lastFatal(log).orElse(e.getMessage());
            // The last processes of a server that was killed let go of its memory a moment after it.
            if (attempt < START_ATTEMPTS && reason.contains("pre-existing shared memory")) {
                start(attempt + 1);
                return;
            }
            throw new IOException(reason + ", see " + log, e);
        }
    }

    /** Stops a server that outlived the process that started it. */
    void stopOrphan() throws IOException, InterruptedException {
        Optional<Long> pid = runningPid();
        if (pid.isEmpty()) {
            return;
        }
        if (isServer(pid.get())) {
            LOG.info("stopping a server that outlived its process, pid {}", pid.get());
            stop();
        } else {
            // The number belongs to another process by now; a starting server would take that one for a server.
            Files.deleteIfExists(pidFile());
        }
    }

    /** Stops the server if it runs, ending the sessions that there are. */
    void stop() throws IOException, InterruptedException {
        if (runningPid().isPresent()) {
            programs.run("pg_ctl", "stop", "--wait", "--pgdata=" + data, "--mode=fast", "--timeout=60", "--silent");
        }
    }

    /** Whether the server still works: one that ends takes its file away first. */
    boolean runs(ProcessHandle server) {
        return Files.exists(pidFile()) && Processes.works(server);
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Optional<Long> runningPid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .limit(1)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf)
                .filter(pid -> Processes.working(pid).isPresent())
                .findFirst();
    }

    private boolean isServer(long pid) {
        Optional<ProcessHandle.Info> info = ProcessHandle.of(pid).map(ProcessHandle::info);
        String commandLine = info.flatMap(ProcessHandle.Info::commandLine)
                .or(() -> info.flatMap(ProcessHandle.Info::command))
                .orElse("");
        boolean argumentsAreKnown = info.flatMap(ProcessHandle.Info::arguments).isPresent();
        return commandLine.contains("postgres") && (!argumentsAreKnown || commandLine.contains(data.toString()));
    }
}
