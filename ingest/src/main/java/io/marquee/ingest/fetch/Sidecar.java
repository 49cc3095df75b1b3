package io.marquee.ingest.fetch;

import io.marquee.records.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What a server said of a file, kept beside it as JSON.
 *
 * @param source its location, without secrets
 * @param entityTag the ETag, or null
 * @param lastModified as the server wrote it, or null
 * @param size bytes of the whole file, or null if the server did not say
 * @param algorithm of the checksum, or null
 * @param digest in hexadecimal, or null
 */
record Sidecar(String source, String entityTag, String lastModified, Long size, String algorithm, String digest) {

    /** What a reply with a body says of the whole file. */
    static Sidecar of(Remote remote, Reply reply) {
        OptionalLong length = reply.length();
        Optional<Checksum> checksum = remote.checksum().or(() -> announced(remote, reply));
        return new Sidecar(
                remote.shown(),
                reply.header("ETag").orElse(null),
                reply.header("Last-Modified").orElse(null),
                length.isPresent() ? Long.valueOf(length.getAsLong()) : null,
                checksum.map(Checksum::algorithm).orElse(null),
                checksum.map(Checksum::digest).orElse(null));
    }

    private static Optional<Checksum> announced(Remote remote, Reply reply) {
        Optional<Checksum> header = reply.header("Content-MD5").flatMap(Checksum::md5OfBase64);
        return header.or(() -> googleHash(reply))
                .or(() -> remote.entityTagIsMd5() ? entityTagMd5(reply) : Optional.empty());
    }

    private static Optional<Checksum> googleHash(Reply reply) {
        return reply.headers().allValues("x-goog-hash").stream()
                .flatMap(value -> java.util.Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .filter(hash -> hash.startsWith("md5="))
                .findFirst()
                .flatMap(hash -> Checksum.md5OfBase64(hash.substring("md5=".length())));
    }

    private static Optional<Checksum> entityTagMd5(Reply reply) {
        // With a key of its own or of the customer a store's ETag is no MD5; nor is that of an upload in parts.
        boolean encrypted = reply.header("x-amz-server-side-encryption")
                        .filter(kind -> !kind.equals("AES256"))
                        .isPresent()
                || reply.header("x-amz-server-side-encryption-customer-algorithm")
                        .isPresent();
        return encrypted
                ? Optional.empty()
                : reply.header("ETag")
                        .map(tag -> tag.replace("\"", ""))
                        .filter(tag -> tag.matches("[0-9a-fA-F]{32}"))
                        .map(Checksum::md5);
    }

    /** By what a server can tell whether it still has this very file; empty if there is nothing of the kind. */
    Optional<String> strongValidator() {
        if (entityTag != null && !entityTag.startsWith("W/")) {
            return Optional.of(entityTag);
        }
        return Optional.ofNullable(lastModified);
    }

    /** Whether what another reply says of its file does not contradict this. */
    boolean agreesWith(Reply reply) {
        return agrees(entityTag, reply.header("ETag"))
                && (entityTag != null || agrees(lastModified, reply.header("Last-Modified")));
    }

    private static boolean agrees(String before, Optional<String> now) {
        return before == null || now.isEmpty() || now.get().equals(before);
    }

    Optional<Checksum> checksum() {
        return algorithm == null || digest == null ? Optional.empty() : Optional.of(new Checksum(algorithm, digest));
    }

    Sidecar withSize(long bytes) {
        return new Sidecar(source, entityTag, lastModified, bytes, algorithm, digest);
    }

    /** Reads it; empty if there is none, or none that can be read. */
    static Optional<Sidecar> read(Path path) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(path), Sidecar.class));
        } catch (IOException | SerializationException e) {
            // As good as none: the file is fetched again.
            return Optional.empty();
        }
    }

    /** Writes it whole or not at all. */
    void write(Path path) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + ".new");
        Files.write(written, Json.write(this));
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
