package io.marquee.ingest.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file that was fetched whole.
 *
 * @param path where it is
 * @param sidecar what the server said of it
 */
record StoredFile(Path path, Sidecar sidecar) {

    /** Finds it; empty if it is not here, or is not as it was fetched. */
    static Optional<StoredFile> at(Path path) {
        return Sidecar.read(sidecarPath(path))
                .filter(sidecar -> sidecar.size() != null && sidecar.size() == sizeOf(path))
                .map(sidecar -> new StoredFile(path, sidecar));
    }

    static Path sidecarPath(Path file) {
        return file.resolveSibling(file.getFileName() + ".json");
    }

    /** The headers that ask for the file only if it is another by now. */
    Map<String, String> conditions() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (sidecar.entityTag() != null) {
            headers.put("If-None-Match", sidecar.entityTag());
        }
        if (sidecar.lastModified() != null) {
            headers.put("If-Modified-Since", sidecar.lastModified());
        }
        return headers;
    }

    private static long sizeOf(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return -1;
        }
    }
}
