package io.marquee.records;

import java.util.List;

/**
 * A connector that writes a topic's records into a table: the newest of each key as a row, none for a deletion.
 *
 * @param connector its name
 * @param topic what it reads
 * @param table what it writes
 */
public record Sink(String connector, String topic, String table) {

    /** Fills {@code film}. */
    public static final Sink FILMS = new Sink("film-sink", Topics.ENRICHED_FILMS, "film");

    /** Fills {@code movie_report_row}. */
    public static final Sink MOVIE_REPORT = new Sink("movie-report-sink", Topics.MOVIE_REPORT, "movie_report_row");

    /** Fills {@code rejected_record}. */
    public static final Sink REJECTED_RECORDS =
            new Sink("rejected-record-sink", Topics.REJECTED_RECORDS, "rejected_record");

    /** Fills {@code pipeline_run}. */
    public static final Sink PIPELINE_RUNS = new Sink("pipeline-run-sink", Topics.PIPELINE_RUNS, "pipeline_run");

    /** All of them. */
    public static final List<Sink> ALL = List.of(FILMS, MOVIE_REPORT, REJECTED_RECORDS, PIPELINE_RUNS);

    /** The consumer group in which Connect reads for it. */
    public String group() {
        return "connect-" + connector;
    }
}
