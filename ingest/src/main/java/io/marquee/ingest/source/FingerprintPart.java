package io.marquee.ingest.source;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of one file of a source.
 *
 * @param stamp where it is, its size and when it was written
 * @param sha256 of its bytes as they are stored, in lower-case hexadecimal
 */
public record FingerprintPart(SourceStamp stamp, String sha256) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<uri>\\S+) size=(?<size>\\d+) modified=(?<modified>\\S+) sha256=(?<sha256>[0-9a-f]{64})");

    /** Such as {@code file:///data/films.zip size=6278466 modified=2026-11-22T07:22:00Z sha256=…}. */
    public String text() {
        return stamp.uri().toASCIIString() + " size=" + stamp.size() + " modified=" + stamp.modified() + " sha256="
                + sha256;
    }

    static Optional<FingerprintPart> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            SourceStamp stamp = new SourceStamp(
                    URI.create(matcher.group("uri")),
                    Long.parseLong(matcher.group("size")),
                    Instant.parse(matcher.group("modified")));
            return Optional.of(new FingerprintPart(stamp, matcher.group("sha256")));
        } catch (DateTimeException | IllegalArgumentException e) {
            // Not one of ours: as good as none, the source is read again.
            return Optional.empty();
        }
    }
}
