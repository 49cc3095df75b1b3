package io.marquee.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What the bytes of a file must hash to.
 *
 * @param algorithm as Java calls it: {@code SHA-1}, {@code MD5}
 * @param digest in lower-case hexadecimal
 */
record Checksum(String algorithm, String digest) {

    private static final int BUFFER = 1 << 17;

    /** An SHA-1 in hexadecimal. */
    static Checksum sha1(String hexadecimal) {
        return new Checksum("SHA-1", hexadecimal.toLowerCase(Locale.ROOT));
    }

    /** An MD5 in hexadecimal. */
    static Checksum md5(String hexadecimal) {
        return new Checksum("MD5", hexadecimal.toLowerCase(Locale.ROOT));
    }

    /** An MD5 in Base64, as headers have it; empty if the text is none. */
    static Optional<Checksum> md5OfBase64(String base64) {
        try {
            byte[] digest = Base64.getDecoder().decode(base64.trim());
            return digest.length == 16 ? Optional.of(md5(HexFormat.of().formatHex(digest))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads a file and tells whether it has this checksum. */
    boolean holds(Path file) throws IOException, InterruptedException {
        MessageDigest hash = messageDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            int length = bytes.read(buffer);
            while (length >= 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                hash.update(buffer, 0, length);
                length = bytes.read(buffer);
            }
        }
        return HexFormat.of().formatHex(hash.digest()).equals(digest);
    }

    private MessageDigest messageDigest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }
}
