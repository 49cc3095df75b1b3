package io.marquee.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a source is packed, told by its first bytes. */
enum Compression {
    ZIP(".zip", "PK\3\4"),
    /** A zip without any entry. */
    EMPTY_ZIP(".zip", "PK\5\6"),
    GZIP(".gz", "\u001f\u008b\b"),
    BZIP2(".bz2", "BZh"),
    PLAIN("", "");

    /** How many of the first bytes {@link #of} needs to see, if there are as many. */
    static final int PROBE = 1024;

    private static final int TEXT_PER_CONTROL = 25;

    private final String suffix;
    /** First bytes, a character for each. */
    private final String magic;

    Compression(String suffix, String magic) {
        this.suffix = suffix;
        this.magic = magic;
    }

    /** The packing of a source that begins so; empty for bytes that are neither packed in a known way nor text. */
    static Optional<Compression> of(byte[] head, int length) {
        for (Compression compression : values()) {
            if (compression != PLAIN && compression.begins(head, length)) {
                return Optional.of(compression);
            }
        }
        int controls = 0;
        for (int i = 0; i < length; i++) {
            boolean text = head[i] < 0 || head[i] >= ' ' || head[i] == '\n' || head[i] == '\r' || head[i] == '\t';
            controls += text ? 0 : 1;
        }
        // A text may have a stray control character; of packed bytes every ninth looks like one.
        if (controls * TEXT_PER_CONTROL > length) {
            return Optional.empty();
        }
        return Optional.of(PLAIN);
    }

    /** The packing that a file name promises; empty if it promises none. */
    static Optional<String> promised(String name) {
        for (Compression compression : values()) {
            if (compression != PLAIN && name.endsWith(compression.suffix)) {
                return Optional.of(compression.suffix.substring(1));
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] head, int length) {
        return length >= magic.length()
                && new String(head, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
