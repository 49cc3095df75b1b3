package io.marquee.ingest.fetch;

import java.nio.file.Path;

/** A process of its own that holds the lock of a folder until it is killed. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String... arguments) throws Exception {
        try (FolderLock lock = FolderLock.of(Path.of(arguments[0]), "a test")) {
            System.out.println("locked");
            // Ends at the latest with the process that started it.
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
