package io.marquee.records;

/**
 * What a run did with one source.
 *
 * @param location the URIs, comma-separated
 * @param fingerprint tells one state of the source from another; null while it is not known
 * @param changed whether the run read the source
 * @param read records in it
 * @param published records sent to the topic
 * @param rejected records that could not be used
 * @param seen records that the stream processor counted; null while it is not known
 */
public record SourceCounts(
        String location, String fingerprint, boolean changed, long read, long published, long rejected, Long seen) {

    /** Before anything is read. */
    public static SourceCounts of(String location) {
        return new SourceCounts(location, null, false, 0, 0, 0, null);
    }

    /** The same with the stream processor's count. */
    public SourceCounts withSeen(long count) {
        return new SourceCounts(location, fingerprint, changed, read, published, rejected, count);
    }

    /** Whether read = published + rejected and published = seen. */
    public boolean addsUp() {
        return read == published + rejected && seen != null && published == seen;
    }
}
