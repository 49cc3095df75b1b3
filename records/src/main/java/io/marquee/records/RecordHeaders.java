package io.marquee.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of records: {@code run} on each, {@code barrier} on barriers, {@code pages} on {@link OtherPages}. */
public final class RecordHeaders {

    /** The id of the run that brought the record. */
    public static final String RUN = "run";

    /** Present on a barrier, with the run's id. */
    public static final String BARRIER = "barrier";

    /** Present on a record that stands for many pages, with their number. */
    public static final String PAGES = "pages";

    private RecordHeaders() {}

    /** The run that brought a record, or null if it carries none. */
    public static String run(Headers headers) {
        Header header = headers.lastHeader(RUN);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Whether a record is a barrier. */
    public static boolean isBarrier(Headers headers) {
        return headers.lastHeader(BARRIER) != null;
    }

    /** Whether a record is {@link OtherPages}. */
    public static boolean areOtherPages(Headers headers) {
        return headers.lastHeader(PAGES) != null;
    }

    /** How many pages a record stands for. */
    public static int pages(Headers headers) {
        Header header = headers.lastHeader(PAGES);
        return header == null ? 1 : Integer.parseInt(new String(header.value(), UTF_8));
    }

    /** The headers of a record that stands for many pages. */
    public static Headers ofPages(String run, int pages) {
        return of(run).add(PAGES, Integer.toString(pages).getBytes(UTF_8));
    }

    /** The headers of a run's ordinary record. */
    public static Headers of(String run) {
        return new org.apache.kafka.common.header.internals.RecordHeaders().add(RUN, run.getBytes(UTF_8));
    }

    /** The headers of a run's barrier. */
    public static Headers ofBarrier(String run) {
        return of(run).add(BARRIER, run.getBytes(UTF_8));
    }
}
