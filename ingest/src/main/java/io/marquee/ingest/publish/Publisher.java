package io.marquee.ingest.publish;

import io.marquee.records.Film;
import io.marquee.records.FilmGlance;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.OtherPages;
import io.marquee.records.Page;
import io.marquee.records.PageKey;
import io.marquee.records.PipelineRun;
import io.marquee.records.RecordHeaders;
import io.marquee.records.RejectedRecord;
import io.marquee.records.RunKey;
import io.marquee.records.RunSettings;
import io.marquee.records.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends what one run has to say. Not thread-safe.
 *
 * <p>Sending is asynchronous: a failure of one record is thrown by a later call, by {@link #flush()} at the latest. All
 * methods throw {@link io.marquee.settings.UserException} if the broker does not answer.
 */
public final class Publisher implements AutoCloseable {

    /** Titles of Wikipedia have 255 bytes at most, so that a record of them stays far below what a broker takes. */
    private static final int OTHERS_TOGETHER = 500;

    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final String runId;
    private final Sending sending;
    private final TopicSender films;
    private final TopicSender pages;
    private final PageJson pageJson = new PageJson();
    private final List<String> otherTitles = new ArrayList<>();

    /**
     * @param connection to the broker
     * @param runId see {@link io.marquee.records.RunId}
     * @param partitions of the topics {@code films} and {@code pages}
     */
    public Publisher(KafkaConnection connection, String runId, int partitions) {
        this.runId = runId;
        this.sending = new Sending(connection);
        this.films = new TopicSender(sending, Topics.FILMS, partitions, runId);
        this.pages = new TopicSender(sending, Topics.PAGES, partitions, runId);
    }

    /**
     * Sends a film.
     *
     * @return false, and nothing is sent, if it is larger than a broker takes
     */
    public boolean film(Film film) {
        return send(films, Json.write(new FilmKey(film.filmId())), Json.write(film));
    }

    /**
     * Sends a page; of one that shows nothing of a film only the title, together with others.
     *
     * @return false, and nothing is sent, if it is larger than a broker takes
     */
    public boolean page(Page page) {
        if (FilmGlance.mayBeFilm(page)) {
            return send(pages, pageJson.key(page), pageJson.value(page));
        }
        otherPage(page.title());
        return true;
    }

    /** Sends the title of a page that can be no film's, together with others. */
    public void otherPage(String title) {
        otherTitles.add(title);
        if (otherTitles.size() == OTHERS_TOGETHER) {
            sendOthers();
        }
    }

    private void sendOthers() {
        if (!otherTitles.isEmpty()) {
            pages.sendMany(
                    Json.write(new PageKey(otherTitles.get(0))),
                    Json.write(new OtherPages(otherTitles)),
                    otherTitles.size());
            otherTitles.clear();
        }
    }

    private static boolean send(TopicSender topic, byte[] key, byte[] value) {
        if (key.length + value.length > KafkaConnection.LARGEST_RECORD) {
            return false;
        }
        topic.send(key, value);
        return true;
    }

    /** Sends a rejected record. */
    public void rejected(RejectedRecord rejected) {
        mirror(Topics.REJECTED_RECORDS, Json.write(rejected.key()), Json.write(rejected));
    }

    /** Takes rejected records back, by the bytes of their keys. */
    public void withdraw(List<byte[]> rejectedKeys) {
        rejectedKeys.forEach(key -> mirror(Topics.REJECTED_RECORDS, key, null));
    }

    /** Writes how far the run is, and returns once that is stored. */
    public void run(PipelineRun run) {
        mirror(Topics.PIPELINE_RUNS, Json.write(new RunKey(run.runId())), Json.write(run));
        sending.flush();
    }

    /** Lets go of runs and of what was counted of them; returns once that is stored. */
    public void letGo(List<String> runIds) {
        if (runIds.isEmpty()) {
            return;
        }
        // The totals first: once a run is gone, nobody knows of them.
        for (String topic : List.of(Topics.RUN_TOTALS, Topics.PIPELINE_RUNS)) {
            runIds.forEach(run -> mirror(topic, Json.write(new RunKey(run)), null));
            sending.flush();
        }
    }

    /**
     * Writes that the run has failed, if the broker takes it within a short time.
     *
     * @throws org.apache.kafka.common.KafkaException if it does not
     */
    public void failed(PipelineRun run) {
        sending.sendLast(
                new ProducerRecord<>(
                        Topics.PIPELINE_RUNS,
                        null,
                        Json.write(new RunKey(run.runId())),
                        Json.write(run),
                        RecordHeaders.of(runId)),
                LAST_WORD);
    }

    private void mirror(String topic, byte[] key, byte[] value) {
        sending.send(new ProducerRecord<>(topic, null, key, value, RecordHeaders.of(runId)));
    }

    /** Returns once all that was sent is stored. */
    public void flush() {
        sending.flush();
    }

    /**
     * Closes the run: once all its records are stored, one barrier goes into each partition of both topics.
     *
     * @param filmsRead whether the run read the films
     * @param pagesRead whether the run read the pages
     * @param settings what the run was asked for
     * @param standing the run whose report readers see meanwhile, or null
     */
    public void barriers(boolean filmsRead, boolean pagesRead, RunSettings settings, String standing) {
        sendOthers();
        sending.flush();
        films.barriers(filmsRead, settings, standing);
        pages.barriers(pagesRead, settings, standing);
        sending.flush();
    }

    @Override
    public void close() {
        sending.close();
    }
}
