package io.marquee.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A fetcher whose pauses take no time but are noted. */
final class FetchHarness {

    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final FetchLimits LIMITS = new FetchLimits(4, Duration.ofMillis(400), Duration.ofHours(1));

    private final Path directory;
    private final List<Duration> pauses = new ArrayList<>();
    private volatile Instant now = START;
    private FetchLimits limits = LIMITS;
    private URI site = URI.create("http://127.0.0.1:1");
    private Map<String, String> environment = Map.of();
    private FreeSpace space = anywhere -> Long.MAX_VALUE;

    FetchHarness(Path directory) {
        this.directory = directory;
    }

    FetchHarness limits(FetchLimits other) {
        limits = other;
        return this;
    }

    /** Takes the place of both the dumps' site and Kaggle's. */
    FetchHarness site(URI other) {
        site = other;
        return this;
    }

    FetchHarness environment(Map<String, String> other) {
        environment = other;
        return this;
    }

    FetchHarness space(FreeSpace other) {
        space = other;
        return this;
    }

    Fetcher fetcher() {
        FetchSettings settings = new FetchSettings(
                directory, limits, site, site, "films@example.org", new FetchEnvironment(environment));
        return new Fetcher(settings, clock(), new Random(1), this::pause, space);
    }

    List<Path> fetchAll(String location) throws InterruptedException {
        return fetcher().fetch(List.of(location), FetchProgress.NONE).stream()
                .map(Path::of)
                .toList();
    }

    Path fetch(Object location) throws InterruptedException {
        List<Path> files = fetchAll(location.toString());
        return files.get(0);
    }

    byte[] fetchBytes(Object location) throws IOException, InterruptedException {
        return Files.readAllBytes(fetch(location));
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** Names of all files in the directory that end so. */
    List<String> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Lets time pass. */
    void advance(Duration length) {
        now = now.plus(length);
    }

    private void pause(Duration length) {
        pauses.add(length);
        now = now.plus(length);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
