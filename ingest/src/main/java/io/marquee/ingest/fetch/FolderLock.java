package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps others, in this process or another, from writing to a folder. Ends with the process, however that ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws UserException if another has it
     */
    static FolderLock of(Path folder, String shown) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it: the same as another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new UserException(shown + " is being fetched into " + folder
                + " by another run: wait for its end, or name another --downloads");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
