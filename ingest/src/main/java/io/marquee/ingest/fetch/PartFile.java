package io.marquee.ingest.fetch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that is not whole yet, and what the server said of it. Not thread-safe. */
final class PartFile implements AutoCloseable {

    private final Path path;
    private final Path sidecarPath;
    private FileOutputStream out;
    private Sidecar sidecar;
    private long size;

    private PartFile(Path path, Path sidecarPath, Sidecar sidecar, long size) {
        this.path = path;
        this.sidecarPath = sidecarPath;
        this.sidecar = sidecar;
        this.size = size;
    }

    /** Takes up what an earlier attempt left for a file, if anything. */
    static PartFile of(Path file) throws IOException {
        Path path = file.resolveSibling(file.getFileName() + ".part");
        Path sidecarPath = path.resolveSibling(path.getFileName() + ".json");
        Optional<Sidecar> sidecar = Sidecar.read(sidecarPath);
        boolean known = sidecar.isPresent() && Files.exists(path);
        return new PartFile(path, sidecarPath, known ? sidecar.get() : null, known ? Files.size(path) : 0);
    }

    Path path() {
        return path;
    }

    /** Bytes that are here. */
    long size() {
        return size;
    }

    /** What the server said when these bytes came; empty if there are none. */
    Optional<Sidecar> sidecar() {
        return Optional.ofNullable(sidecar);
    }

    /** Begins anew. */
    void restart(Sidecar said) throws IOException {
        close();
        // Emptied before what belongs to the next bytes is written: old bytes must never pass for new ones.
        out = new FileOutputStream(path.toFile());
        size = 0;
        said.write(sidecarPath);
        sidecar = said;
    }

    /** Adds bytes. Not by a channel, which an interrupt would close. */
    void append(ByteBuffer buffer) throws IOException {
        if (out == null) {
            out = new FileOutputStream(path.toFile(), true);
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        out.write(bytes);
        size += bytes.length;
    }

    /** Forgets all bytes. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(sidecarPath);
        sidecar = null;
        size = 0;
    }

    /** Puts it in the place of a file, in one step, with what the server said of it. */
    void publish(Path file) throws IOException {
        close();
        try (FileOutputStream synced = new FileOutputStream(path.toFile(), true)) {
            synced.getFD().sync();
        }
        Sidecar whole = sidecar.withSize(size);
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // A process that dies here leaves the sidecar of the file before: its conditions no longer hold, all is
        // fetched.
        whole.write(StoredFile.sidecarPath(file));
        Files.deleteIfExists(sidecarPath);
        syncFolder(file.getParent());
        sidecar = null;
        size = 0;
    }

    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system can; the file itself is safe.
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
