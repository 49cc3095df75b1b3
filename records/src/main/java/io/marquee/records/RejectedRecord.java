package io.marquee.records;

/**
 * An input that could not be used.
 *
 * @param source see {@link RejectedKey}
 * @param place see {@link RejectedKey}
 * @param runId the run that met it
 * @param reason why, to read
 * @param record the input as it stood there, cut to {@link #LONGEST_RECORD} characters
 */
public record RejectedRecord(String source, String place, String runId, String reason, String record) {

    /** Characters of the input that are kept. */
    public static final int LONGEST_RECORD = 10_000;

    /** Cuts the record to its longest and takes out the NUL characters, which PostgreSQL cannot store. */
    public RejectedRecord {
        if (record != null) {
            String text = record.replace("\0", "\uFFFD");
            record = text.length() <= LONGEST_RECORD ? text : text.substring(0, LONGEST_RECORD);
        }
    }

    /** The key under which it is stored: a run that meets the same place again overwrites it. */
    public RejectedKey key() {
        return new RejectedKey(source, place);
    }
}
