package io.marquee.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.records.Barrier;
import io.marquee.records.BarrierKey;
import io.marquee.records.Film;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.OtherPages;
import io.marquee.records.Page;
import io.marquee.records.PageKey;
import io.marquee.records.RecordHeaders;
import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import io.marquee.records.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with one partition, fed by hand. */
final class Pipeline implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> films;
    private final TestInputTopic<byte[], byte[]> pages;
    private final Map<String, String> filmTable = new TreeMap<>();
    private final Map<String, String> reportTable = new TreeMap<>();
    private final List<String> filmWrites = new ArrayList<>();
    private String standing;

    Pipeline() {
        try {
            Path state = Files.createTempDirectory("pipeline");
            Properties settings = new ProcessorSettings("unused:9092", Map.of(), state, 1, null).toStreams();
            driver = new TopologyTestDriver(MarqueeTopology.build(1, settings), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        films = driver.createInputTopic(Topics.FILMS, new ByteArraySerializer(), new ByteArraySerializer());
        pages = driver.createInputTopic(Topics.PAGES, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Names the run whose report readers see. */
    void stands(String run) {
        standing = run;
    }

    /** A run of all that is given, films first. */
    RunTotals run(String run, List<Film> filmsOfRun, List<Page> pagesOfRun) {
        filmsOfRun.forEach(film -> film(run, film));
        pagesOfRun.forEach(page -> page(run, page));
        return close(run, filmsOfRun.size(), true, pagesOfRun.size(), true, RunSettings.DEFAULT);
    }

    void film(String run, Film film) {
        send(films, run, Json.write(new FilmKey(film.filmId())), Json.write(film));
    }

    void page(String run, Page page) {
        send(pages, run, Json.write(new PageKey(page.title())), Json.write(page));
    }

    void otherPages(String run, List<String> titles) {
        pages.pipeInput(new TestRecord<>(
                Json.write(new PageKey(titles.get(0))),
                Json.write(new OtherPages(titles)),
                RecordHeaders.ofPages(run, titles.size())));
    }

    void rawFilm(String run, String json) {
        send(films, run, new byte[] {1}, json.getBytes(UTF_8));
    }

    void strayFilm(Film film) {
        films.pipeInput(Json.write(new FilmKey(film.filmId())), Json.write(film));
    }

    RunTotals close(
            String run, long filmCount, boolean filmsRead, long pageCount, boolean pagesRead, RunSettings settings) {
        filmsBarrier(run, filmCount, filmsRead, settings);
        pagesBarrier(run, pageCount, pagesRead, settings);
        read();
        return totals();
    }

    void filmsBarrier(String run, long count) {
        filmsBarrier(run, count, true, RunSettings.DEFAULT);
    }

    void filmsBarrier(String run, long count, boolean read, RunSettings settings) {
        barrier(films, new Barrier(run, 0, 1, count, read, settings, standing));
    }

    void pagesBarrier(String run, long count) {
        pagesBarrier(run, count, true, RunSettings.DEFAULT);
    }

    void pagesBarrier(String run, long count, boolean read, RunSettings settings) {
        barrier(pages, new Barrier(run, 0, 1, count, read, settings, standing));
    }

    RunTotals totals() {
        RunTotals last = null;
        for (TestRecord<byte[], byte[]> record : output(Topics.RUN_TOTALS)) {
            last = Json.read(record.value(), RunTotals.class);
        }
        return last;
    }

    void read() {
        apply(Topics.ENRICHED_FILMS, filmTable, filmWrites);
        apply(Topics.MOVIE_REPORT, reportTable, new ArrayList<>());
    }

    /** What the table of films would hold. */
    Map<String, String> filmTable() {
        return filmTable;
    }

    /** What the table of reports would hold. */
    Map<String, String> reportTable() {
        return reportTable;
    }

    /** The rows of one run's report. */
    List<String> report(String run) {
        return reportTable.entrySet().stream()
                .filter(entry -> entry.getKey().contains(run))
                .sorted(Comparator.comparingInt(
                        entry -> Integer.parseInt(entry.getKey().replaceAll(".*\"rank\":(\\d+).*", "$1"))))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The keys of the films written since the last call. */
    List<String> filmWrites() {
        List<String> writes = List.copyOf(filmWrites);
        filmWrites.clear();
        return writes;
    }

    List<TestRecord<byte[], byte[]>> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private void apply(String topic, Map<String, String> table, List<String> writes) {
        for (TestRecord<byte[], byte[]> record : output(topic)) {
            String key = text(record.key());
            writes.add(key);
            if (record.value() == null) {
                table.remove(key);
            } else {
                table.put(key, text(record.value()));
            }
        }
    }

    private static void send(TestInputTopic<byte[], byte[]> topic, String run, byte[] key, byte[] value) {
        topic.pipeInput(new TestRecord<>(key, value, RecordHeaders.of(run)));
    }

    private static void barrier(TestInputTopic<byte[], byte[]> topic, Barrier barrier) {
        topic.pipeInput(new TestRecord<>(
                Json.write(new BarrierKey(barrier.runId())),
                Json.write(barrier),
                RecordHeaders.ofBarrier(barrier.runId())));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }
}
