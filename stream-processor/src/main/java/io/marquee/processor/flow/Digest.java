package io.marquee.processor.flow;

import io.marquee.records.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is remembered of a record to see whether it has changed. */
public final class Digest {

    private Digest() {}

    /** The SHA-256 of a record as it is written. */
    public static byte[] of(Object record) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Json.write(record));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
