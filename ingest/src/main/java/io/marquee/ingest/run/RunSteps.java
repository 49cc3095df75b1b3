package io.marquee.ingest.run;

import io.marquee.ingest.publish.Publisher;
import io.marquee.ingest.source.Fingerprint;
import io.marquee.ingest.source.Source;
import io.marquee.ingest.source.Sources;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import io.marquee.records.Topics;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one run, in their order. Not thread-safe. */
final class RunSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RunSteps.class);

    // Names of the sources in rejected records.
    private static final String FILMS = "films";
    private static final String WIKIPEDIA = "wikipedia";

    private final RunSession session;
    private final Publisher publisher;
    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final int partitions;

    RunSteps(RunSession session, Publisher publisher, Consumer<byte[], byte[]> consumer, Admin admin, int partitions) {
        this.session = session;
        this.publisher = publisher;
        this.consumer = consumer;
        this.admin = admin;
        this.partitions = partitions;
    }

    PipelineRun execute(RunStory story, RunHistory history, RunRequest request, Clock clock) throws IOException {
        story.begin(RunStage.FETCHING);
        RunRequest local = fetched(request);
        story.begin(RunStage.CHECKING);
        Source films = Sources.of(local.films());
        List<Source> wikipedia = Sources.of(local.wikipedia());
        requireWhole(wikipedia, history, request.reading());
        Reading reading = request.reading();
        Optional<Fingerprint> filmsBefore = history.films().filter(known -> !reading.filmsAnew());
        Optional<Fingerprint> pagesBefore = history.wikipedia().filter(known -> !reading.wikipediaAnew());
        Optional<SourceCounts> knownFilms = check(FILMS, List.of(films), filmsBefore, story.films());
        Optional<SourceCounts> knownPages = check(WIKIPEDIA, wikipedia, pagesBefore, story.wikipedia());
        knownFilms.ifPresent(story::films);
        knownPages.ifPresent(story::wikipedia);
        boolean readFilms = knownFilms.isEmpty();
        boolean readWikipedia = knownPages.isEmpty();
        if (!readFilms && !readWikipedia && history.standsWith(request.settings())) {
            return store(story.ended(RunState.UNCHANGED, clock.instant(), null));
        }
        local.probe();
        // From here on it counts as begun: whatever comes, the sources are to be read again.
        if (readFilms) {
            story.films(toBeRead(story.films()));
        }
        if (readWikipedia) {
            story.wikipedia(toBeRead(story.wikipedia()));
        }
        store(story.running());
        EarlierReadings earlier = new EarlierReadings(admin, partitions);
        SourceReading readings = new SourceReading(publisher, session);
        if (readFilms) {
            story.begin(RunStage.READING_FILMS);
            readFilms(story, readings, films);
        }
        if (readWikipedia) {
            story.begin(RunStage.READING_PAGES);
            readWikipedia(story, readings, wikipedia);
        }
        story.begin(RunStage.PROCESSING);
        TotalsWatch totals = new TotalsWatch(consumer, session);
        publisher.barriers(
                readFilms, readWikipedia, request.settings(), history.standing().orElse(null));
        LOG.info(
                "run {} is published: {} films, {} pages",
                session.runId(),
                story.films().published(),
                story.wikipedia().published());
        story.totals(totals.await(new ProcessorActivity(admin, partitions)));
        List<String> problems = story.problems();
        if (!problems.isEmpty()) {
            return store(story.ended(RunState.FAILED, clock.instant(), String.join("; ", problems)));
        }
        earlier.letGo(replaced(readFilms, readWikipedia));
        return store(verified(story, clock));
    }

    private static void requireWhole(List<Source> wikipedia, RunHistory history, Reading reading) {
        List<String> before = history.lastWikipedia().stream()
                .flatMap(known -> known.parts().stream())
                .map(part -> part.stamp().uri().toString())
                .toList();
        reading.requireWhole(wikipedia.stream().map(Source::location).toList(), before);
    }

    /** The topics of which nothing is needed but what this run has sent; aliases go round anew in each. */
    private static List<String> replaced(boolean films, boolean pages) {
        List<String> topics = new ArrayList<>(List.of(Topics.FILM_ALIASES));
        if (films) {
            topics.add(Topics.FILMS);
        }
        if (pages) {
            topics.add(Topics.PAGES);
        }
        return topics;
    }

    /** The run's end after a look at what it has made; readers see its report once this is stored, and not before. */
    private PipelineRun verified(RunStory story, Clock clock) {
        story.begin(RunStage.VERIFYING);
        session.progress().at(Progress.Stage.VERIFYING, "", 0, 0, 0);
        List<String> findings;
        try {
            findings = session.verification().findings(story.running());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStoppedException();
        }
        if (findings.isEmpty()) {
            return story.ended(RunState.SUCCEEDED, clock.instant(), null);
        }
        findings.forEach(finding -> LOG.warn("run {} is suspect: {}", session.runId(), finding));
        return story.ended(
                session.verification().showsSuspect() ? RunState.SUCCEEDED : RunState.SUSPECT,
                clock.instant(),
                String.join("; ", findings));
    }

    /** Stores how far the run is. */
    PipelineRun store(PipelineRun run) {
        publisher.run(run);
        return run;
    }

    /** Stores that the run has failed, if the broker still takes it. */
    void storeFailed(PipelineRun run) {
        publisher.failed(run);
    }

    /** The same with every source on this machine; a source that has not changed elsewhere is as it was here. */
    private RunRequest fetched(RunRequest request) {
        try {
            return request.fetched(
                    (file, done, total) -> session.progress().at(Progress.Stage.FETCHING, file, done, total, 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStoppedException();
        }
    }

    /** The counts of a source that is as the report has it; empty if it is to be read. */
    private Optional<SourceCounts> check(
            String name, List<Source> sources, Optional<Fingerprint> before, SourceCounts counts) {
        session.cancellation().check();
        session.progress().at(Progress.Stage.CHECKING, name, 0, 0, 0);
        // All must be there before anything is read: an hour of reading is not to end at a missing file.
        sources.forEach(Source::stamp);
        Optional<Fingerprint> now = before.flatMap(fingerprint -> fingerprint.ifUnchanged(sources));
        LOG.info("run {}: {} {}", session.runId(), name, now.isPresent() ? "has not changed" : "is to be read");
        return now.map(fingerprint -> new SourceCounts(counts.location(), fingerprint.text(), false, 0, 0, 0, null));
    }

    private static SourceCounts toBeRead(SourceCounts counts) {
        return new SourceCounts(counts.location(), null, true, 0, 0, 0, null);
    }

    private void readFilms(RunStory story, SourceReading reading, Source films) throws IOException {
        SourceTally tally = new SourceTally(FILMS, session);
        String location = story.films().location();
        try {
            story.films(tally.counts(location, reading.films(films, tally).text()));
        } catch (IOException | RuntimeException e) {
            story.films(tally.countsSoFar(location));
            throw e;
        }
        withdrawStale(FILMS);
    }

    private void readWikipedia(RunStory story, SourceReading reading, List<Source> wikipedia) throws IOException {
        SourceTally tally = new SourceTally(WIKIPEDIA, session);
        String location = story.wikipedia().location();
        try {
            story.wikipedia(
                    tally.counts(location, reading.pages(wikipedia, tally).text()));
        } catch (IOException | RuntimeException e) {
            story.wikipedia(tally.countsSoFar(location));
            throw e;
        }
        withdrawStale(WIKIPEDIA);
    }

    /** Rejected records of earlier runs that this reading did not bring again are no longer true. */
    private void withdrawStale(String source) {
        publisher.flush();
        StaleRejections stale = new StaleRejections(source, session.runId());
        TopicScan.read(consumer, Topics.REJECTED_RECORDS, session.cancellation(), stale::add);
        publisher.withdraw(stale.keys());
    }
}
