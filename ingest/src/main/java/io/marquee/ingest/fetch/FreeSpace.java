package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how many bytes a directory's disk has left. */
@FunctionalInterface
interface FreeSpace {

    /** What must stay free besides. */
    long RESERVE = 256L << 20;

    /** As the system tells it. */
    FreeSpace OF_DISK = directory -> Files.getFileStore(directory).getUsableSpace();

    long of(Path directory) throws IOException;

    /**
     * Does nothing, if there is enough.
     *
     * @param shown what needs it
     * @param directory on the disk in question
     * @param bytes how much it needs
     * @throws UserException if there is less
     */
    default void require(String shown, Path directory, long bytes) throws IOException {
        long free = of(directory);
        if (free < bytes + RESERVE) {
            throw new UserException(shown + " needs " + megabytes(bytes + RESERVE) + " MB in " + directory
                    + ", which has " + megabytes(free) + " MB free: free some, or name another --downloads");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
