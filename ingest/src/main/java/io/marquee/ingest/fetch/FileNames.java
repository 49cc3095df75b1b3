package io.marquee.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for files of others that no file system takes amiss. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final int HASH_BYTES = 6;

    private FileNames() {}

    /** A name with letters, digits, dots, dashes and underscores only; its end, if it is long. */
    static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST));
        return end.isEmpty() ? "download" : end;
    }

    /** What follows the last slash of a path. */
    static String lastOf(String path) {
        return safe(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The name of a folder that tells one location from another. */
    static String folder(String readable, String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return safe(readable) + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** An address with a path behind it. */
    static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
