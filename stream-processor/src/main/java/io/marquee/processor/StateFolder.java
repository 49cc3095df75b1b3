package io.marquee.processor;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one instance below that which the instances on a machine share: {@code 1}, {@code 2}, … An instance takes
 * the first that no other has, and so finds what one before it has left, whatever its process or container was called.
 */
final class StateFolder implements AutoCloseable {

    private static final int MOST = 1000;
    private static final String LOCK = ".taken";

    private final Path path;
    private final FileChannel channel;

    private StateFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes one.
     *
     * @param shared which is made if it is not there
     * @throws UserException if nothing can be written there
     */
    static StateFolder take(Path shared) {
        try {
            for (int number = 1; number <= MOST; number++) {
                Path path = Files.createDirectories(shared.resolve(Integer.toString(number)));
                FileChannel channel =
                        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isLocked(channel)) {
                    return new StateFolder(path, channel);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new UserException(
                    "the folder of stores " + shared + " cannot be used (" + e + "): name another with --state-dir", e);
        }
        throw new UserException(
                "all " + MOST + " folders below " + shared + " are taken: name another with --state-dir");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Lets others take it. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
