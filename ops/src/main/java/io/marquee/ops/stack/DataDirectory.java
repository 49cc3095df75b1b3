package io.marquee.ops.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The directory with all state of a stack, held by one process at a time. */
final class DataDirectory implements Closeable {

    /** Less than this and the first run would not end. */
    static final long LEAST_FREE_BYTES = 512L << 20;

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the directory if it is missing, and takes it for this process.
     *
     * @throws UserException if it cannot be written, or is held by another process
     */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(path.resolve(LOCK), CREATE, READ, WRITE);
            try {
                lock(path, channel);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw explain(path, "cannot write to the data directory", e);
        }
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            String holder = Files.readString(path.resolve(LOCK)).trim();
            throw new UserException("the data directory " + path + " is in use by process "
                    + (holder.isEmpty() ? "unknown" : holder) + ": stop it, or choose another with --data-dir");
        }
    }

    /**
     * Does nothing, unless there is too little space for a run. What only reads, or deletes, needs none.
     *
     * @throws UserException if there is
     */
    void requireSpace() {
        long free;
        try {
            free = Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            throw explain(path, "cannot look at the data directory", e);
        }
        if (free < LEAST_FREE_BYTES) {
            throw new UserException(
                    "too little space for the data directory " + path + " (" + megabytes(free) + " free, "
                            + megabytes(LEAST_FREE_BYTES) + " needed): free some, or choose another with --data-dir");
        }
    }

    Path path() {
        return path;
    }

    /** A directory in it; made if it is missing. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /** What a failure has to do with the directory, in one line: the space that is left is named where it is little. */
    static UserException explain(Path path, String what, Throwable cause) {
        if (cause instanceof UserException known) {
            return known;
        }
        String space = free(path);
        return new UserException(
                isFull(path, cause)
                        ? what + ": no space left in " + path + " (" + space + " free): free some, or choose another"
                                + " directory with --data-dir"
                        : what + " " + path + " (" + reason(cause) + "; " + space + " free): mend it, or choose another"
                                + " directory with --data-dir",
                cause);
    }

    /** Whether a failure, or what the disk looks like, says that there is no space left. */
    static boolean isFull(Path path, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("quota exceeded")) {
                return true;
            }
        }
        try {
            return Files.getFileStore(path).getUsableSpace() < 1L << 20;
        } catch (IOException e) {
            // The directory is not there at all, so space is not what is missing.
            return false;
        }
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    private static String free(Path path) {
        for (Path existing = path; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing)) {
                try {
                    return megabytes(Files.getFileStore(existing).getUsableSpace());
                } catch (IOException e) {
                    return "unknown space";
                }
            }
        }
        return "unknown space";
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    /** Lets go of the directory. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
