package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk refuses is told in one line. The launcher is a process of its own where the stack starts. */
final class DataDirectoryErrorsTest {

    private static final Path SAMPLE = Path.of("sample");
    private static final int MANY_PAGES = 300_000;

    @TempDir
    private Path files;

    @Test
    void aDirectoryInUseIsToldWithItsProcessAndASignalEndsTheRunThere() throws Exception {
        Path data = files.resolve("data");
        try (LaunchedProcess first = start(data)) {
            awaitUp(first, data);

            Launch second = Launch.of(Map.of(), run(data, manyPages()));
            first.process().destroy();
            Launch stopped = first.end();

            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.errors())
                    .containsExactly("marquee: the data directory " + data + " is in use by process "
                            + first.process().pid() + ": stop it, or choose another with --data-dir");
            assertThat(stopped.exitCode()).isNotZero();
            assertThat(stopped.errors())
                    .containsExactly("marquee: stopped before the run's end; the last good report stands");
        }
    }

    @Test
    void aDiskThatFillsUpWhileARunIsOnStopsTheRun() throws Exception {
        try (Mount mount = mount("size=800m")) {
            Path data = mount.path().resolve("data");
            try (LaunchedProcess process = start(data)) {
                awaitUp(process, data);
                Mount.fill(mount.path().resolve("ballast"));

                Launch launch = process.end();

                assertThat(launch.exitCode()).isEqualTo(2);
                assertThat(launch.errors())
                        .singleElement()
                        .asString()
                        .startsWith("marquee: the ")
                        .contains(data.toString(), "free some", "; the last good report stands");
            }
        }
    }

    @Test
    void aDiskThatIsFullAtTheStartIsTold() throws Exception {
        try (Mount mount = mount("size=50m")) {
            Launch launch = Launch.of(Map.of(), run(mount.path(), SAMPLE.resolve("enwiki-abstract.xml.gz")));

            assertThat(launch.exitCode()).isEqualTo(2);
            assertThat(launch.errors())
                    .singleElement()
                    .asString()
                    .startsWith("marquee: too little space for the data directory " + mount.path())
                    .contains("512 MB needed", "--data-dir");
        }
    }

    @Test
    void aDirectoryThatMayNotBeWrittenIsTold() throws Exception {
        try (Mount mount = mount("size=1m,ro")) {
            Path data = mount.path().resolve("data");
            Launch launch = Launch.of(Map.of(), run(data, SAMPLE.resolve("enwiki-abstract.xml.gz")));

            assertThat(launch.exitCode()).isEqualTo(2);
            assertThat(launch.errors())
                    .singleElement()
                    .asString()
                    .startsWith("marquee: cannot write to the data directory " + data)
                    .contains("Read-only file system", "--data-dir");
        }
    }

    private LaunchedProcess start(Path data) throws IOException {
        return LaunchedProcess.start(files.resolve("logs"), run(data, manyPages()));
    }

    private static void awaitUp(LaunchedProcess process, Path data) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            assertThat(process.process().isAlive()).isTrue();
            return Files.exists(data.resolve("stack.json"));
        });
    }

    private static String[] run(Path data, Path pages) {
        return new String[] {
            "run",
            "--data-dir",
            data.toString(),
            "--films",
            SAMPLE.resolve("movies.zip").toString(),
            "--wikipedia",
            pages.toString()
        };
    }

    /** Enough to keep a run busy. */
    private Path manyPages() throws IOException {
        Path file = files.resolve("pages.xml");
        if (Files.exists(file)) {
            return file;
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<feed>\n");
            for (int page = 0; page < MANY_PAGES; page++) {
                out.write("<doc><title>Wikipedia: Page " + page + " (film)</title><url>https://example.org/" + page
                        + "</url><abstract>Page " + page + " is a film.</abstract></doc>\n");
            }
            out.write("</feed>\n");
        }
        return file;
    }

    private Mount mount(String options) throws IOException, InterruptedException {
        try {
            return Mount.tmpfs(Files.createTempDirectory(files, "mount"), options);
        } catch (IOException e) {
            System.err.println("SKIPPED: full and read-only disks are not tested, for " + e.getMessage());
            return Assumptions.abort(e.getMessage());
        }
    }
}
