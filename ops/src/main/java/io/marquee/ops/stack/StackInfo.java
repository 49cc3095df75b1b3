package io.marquee.ops.stack;

import io.marquee.records.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where a stack that is up can be reached, for other processes: the file {@code stack.json} in its data directory.
 *
 * @param pid the process
 * @param bootstrapServers the broker
 * @param jdbcUrl the database; the user is {@link EmbeddedDatabase#NAME}
 * @param connectUrl Connect's REST interface
 */
public record StackInfo(long pid, String bootstrapServers, String jdbcUrl, String connectUrl) {

    private static final String FILE = "stack.json";

    /**
     * The stack that is up on a data directory; empty if there is none, or its process died.
     *
     * @throws IOException if the file is there and cannot be read
     */
    public static Optional<StackInfo> find(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        StackInfo info = Json.mapper().readValue(file.toFile(), StackInfo.class);
        return Processes.wrote(info.pid(), file) ? Optional.of(info) : Optional.empty();
    }

    /** Writes it beside and moves it, so that it is read whole. */
    void write(Path data) throws IOException {
        Path fresh = data.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, Json.write(this));
        Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }
}
