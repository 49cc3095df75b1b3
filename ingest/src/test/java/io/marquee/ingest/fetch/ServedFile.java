package io.marquee.ingest.fetch;

import com.sun.net.httpserver.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A file as a {@link FileServer} has it. */
final class ServedFile {

    private final byte[] bytes;
    private final Map<String, String> headers;

    ServedFile(byte[] bytes, Map<String, String> headers) {
        this.bytes = bytes;
        this.headers = headers;
    }

    byte[] bytes() {
        return bytes;
    }

    Map<String, String> headers() {
        return headers;
    }

    static ServedFile of(byte[] bytes, String entityTag) {
        return new ServedFile(bytes, entityTag == null ? Map.of() : Map.of("ETag", entityTag));
    }

    /** Bytes that nobody can guess, the same for the same seed. */
    static ServedFile random(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return of(bytes, "\"version-" + seed + "\"");
    }

    ServedFile with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new ServedFile(bytes, all);
    }

    ServedFile without(String header) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.remove(header);
        return new ServedFile(bytes, all);
    }

    boolean isUnchangedFor(Headers request) {
        String entityTag = request.getFirst("If-None-Match");
        return entityTag == null
                ? matches("Last-Modified", request.getFirst("If-Modified-Since"))
                : matches("ETag", entityTag);
    }

    /** Where the range begins that is asked for; -1 for all. */
    int rangeStart(Headers request) {
        return rangeStart(request.getFirst("Range"), request.getFirst("If-Range"));
    }

    int rangeStart(String range, String condition) {
        boolean holds = condition == null || matches("ETag", condition) || matches("Last-Modified", condition);
        return range == null || !holds ? -1 : Integer.parseInt(range.replaceAll("bytes=|-$", ""));
    }

    private boolean matches(String header, String asked) {
        return asked != null && asked.equals(headers.get(header));
    }
}
