package io.marquee.records;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Run ids: the UTC moment of the start to the millisecond, so that their order as text is their order in time. */
public final class RunId {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private RunId() {}

    /**
     * The id of a run that starts now.
     *
     * @param start the moment
     * @return such as {@code 20261122T073000.123Z}
     */
    public static String of(Instant start) {
        return FORMAT.format(start);
    }

    /**
     * When the run of an id started.
     *
     * @throws java.time.format.DateTimeParseException for what is no run's id
     */
    public static Instant start(String runId) {
        return FORMAT.parse(runId, Instant::from);
    }
}
