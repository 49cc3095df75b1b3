package io.marquee.records;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics and their settings. {@code films} and {@code pages} carry what runs bring and are let go after a while,
 * {@code run-progress} what is of use while a run is on; the others mirror tables and keep the newest record of each key.
 */
public final class Topics {

    /** {@link FilmKey}, {@link Film}; and barriers. */
    public static final String FILMS = "films";

    /** {@link PageKey}, {@link Page}; or {@link OtherPages} under the key of the first of them; and barriers. */
    public static final String PAGES = "pages";

    /** Title keys, and films that bear them by way of a redirect or another alias: the stream processor's own. */
    public static final String FILM_ALIASES = "film-aliases";

    /** {@link FilmKey}, {@link EnrichedFilm}. */
    public static final String ENRICHED_FILMS = "enriched-films";

    /** {@link ReportKey}, {@link ReportRow}. */
    public static final String MOVIE_REPORT = "movie-report";

    /** {@link RejectedKey}, {@link RejectedRecord}. */
    public static final String REJECTED_RECORDS = "rejected-records";

    /** {@link RunKey}, {@link PipelineRun}. */
    public static final String PIPELINE_RUNS = "pipeline-runs";

    /** {@link RunKey}, {@link RunTotals}: what the stream processor tells the ingestor. */
    public static final String RUN_TOTALS = "run-totals";

    /** {@link RunKey}, {@link RunProgress}: how far the run that is on is, for people to look at. */
    public static final String RUN_PROGRESS = "run-progress";

    /** Those that carry what runs bring. */
    public static final List<String> PASSING = List.of(FILMS, PAGES, FILM_ALIASES);

    /** How long records stay in the passing topics where nothing else is said, unless a newer reading replaces them. */
    public static final Duration USUAL_RETENTION = Duration.ofDays(7);

    /** Nothing leaves the disk but in whole segments, and never the last of a partition: this much may be left over. */
    private static final int SEGMENT_BYTES = 16 << 20;

    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration PROGRESS_RETENTION = Duration.ofHours(1);
    private static final Duration PROGRESS_SEGMENT = Duration.ofMinutes(10);
    private static final int PROGRESS_SEGMENT_BYTES = 1 << 20;

    private Topics() {}

    /**
     * All topics.
     *
     * @param partitions of the topics that are processed in parallel
     * @param replication how many brokers hold each record; empty for the broker's default
     */
    public static List<NewTopic> all(int partitions, Optional<Short> replication) {
        Map<String, String> passing = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(USUAL_RETENTION.toMillis()),
                TopicConfig.SEGMENT_BYTES_CONFIG,
                Integer.toString(SEGMENT_BYTES),
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(A_DAY.toMillis()));
        Map<String, String> mirror = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_BYTES_CONFIG,
                Integer.toString(SEGMENT_BYTES),
                // By size alone a small topic would be left for a week, and then until half of it were replaced.
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(A_DAY.toMillis()));
        Map<String, String> progress = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(PROGRESS_RETENTION.toMillis()),
                TopicConfig.SEGMENT_BYTES_CONFIG,
                Integer.toString(PROGRESS_SEGMENT_BYTES),
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(PROGRESS_SEGMENT.toMillis()));
        return List.of(
                new NewTopic(FILMS, Optional.of(partitions), replication).configs(passing),
                new NewTopic(PAGES, Optional.of(partitions), replication).configs(passing),
                new NewTopic(FILM_ALIASES, Optional.of(partitions), replication).configs(passing),
                new NewTopic(ENRICHED_FILMS, Optional.of(partitions), replication).configs(mirror),
                // One partition, so that a report's rows arrive before the next report's do.
                new NewTopic(MOVIE_REPORT, Optional.of(1), replication).configs(mirror),
                new NewTopic(REJECTED_RECORDS, Optional.of(1), replication).configs(mirror),
                new NewTopic(PIPELINE_RUNS, Optional.of(1), replication).configs(mirror),
                new NewTopic(RUN_TOTALS, Optional.of(1), replication).configs(mirror),
                new NewTopic(RUN_PROGRESS, Optional.of(1), replication).configs(progress));
    }
}
