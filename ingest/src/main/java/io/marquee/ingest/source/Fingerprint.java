package io.marquee.ingest.source;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells one state of a source from another.
 *
 * @param parts one for each file of the source, in the order in which they were named
 */
public record Fingerprint(List<FingerprintPart> parts) {

    // A URI has no space in it, so this never occurs within a part.
    private static final String SEPARATOR = "; ";

    /** Keeps a copy of the list. */
    public Fingerprint {
        parts = List.copyOf(parts);
    }

    /** The form in which it is stored and compared later. */
    public String text() {
        return parts.stream().map(FingerprintPart::text).collect(Collectors.joining(SEPARATOR));
    }

    /** Reads the stored form; empty if the text is none. */
    public static Optional<Fingerprint> parse(String text) {
        List<FingerprintPart> parts = new ArrayList<>();
        for (String part : text.split(SEPARATOR, -1)) {
            Optional<FingerprintPart> parsed = FingerprintPart.parse(part);
            if (parsed.isEmpty()) {
                return Optional.empty();
            }
            parts.add(parsed.get());
        }
        return Optional.of(new Fingerprint(parts));
    }

    /**
     * Compares a source with this earlier state of it. A file at the same place, of the same size and time, is
     * unchanged without being read; one of the same size alone is read and its hash compared.
     *
     * @return the fingerprint of the source now if its content is as it was, else empty
     * @throws UserException if a file is missing or cannot be read
     */
    public Optional<Fingerprint> ifUnchanged(List<Source> sources) {
        List<SourceStamp> stamps = sources.stream().map(Source::stamp).toList();
        if (stamps.size() != parts.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < stamps.size(); i++) {
            // Before any file is hashed: one size that differs makes all hashing needless.
            if (stamps.get(i).size() != parts.get(i).stamp().size()) {
                return Optional.empty();
            }
        }
        List<FingerprintPart> now = new ArrayList<>();
        for (int i = 0; i < stamps.size(); i++) {
            FingerprintPart before = parts.get(i);
            boolean untouched = stamps.get(i).equals(before.stamp());
            if (!untouched && !hash(sources.get(i)).equals(before.sha256())) {
                return Optional.empty();
            }
            now.add(new FingerprintPart(stamps.get(i), before.sha256()));
        }
        return Optional.of(new Fingerprint(now));
    }

    private static String hash(Source source) {
        try {
            return MeteredInputStream.hash(source);
        } catch (IOException e) {
            throw new UserException("cannot read " + source.location() + " (" + e + "): check the file", e);
        }
    }
}
