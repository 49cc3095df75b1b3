package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps files of this machine equal to files elsewhere. */
final class Download {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private final Path directory;
    private final Transfer.Tools tools;
    private final Retries retries;

    /** @param directory in which files are kept */
    Download(Path directory, Transfer.Tools tools, Retries retries) {
        this.directory = directory;
        this.tools = tools;
        this.retries = retries;
    }

    /**
     * Fetches a file, unless it is here and has not changed. The file that is here stays until the new one is whole.
     *
     * @return where it is
     * @throws UserException if it cannot be had
     */
    Path fetch(Remote remote, FetchProgress progress) throws InterruptedException {
        Path file = directory.resolve(remote.file());
        try {
            Files.createDirectories(file.getParent());
            try (FolderLock lock = FolderLock.of(file.getParent(), remote.shown())) {
                if (isAsAnnounced(remote, file)) {
                    LOG.info("{} is here already", remote.shown());
                } else {
                    boolean changed = transfer(remote, file, progress);
                    LOG.info("{} {}", remote.shown(), changed ? "was fetched to " + file : "has not changed");
                }
            }
            return file;
        } catch (IOException e) {
            throw unwritable(remote, e);
        }
    }

    private boolean transfer(Remote remote, Path file, FetchProgress progress)
            throws IOException, InterruptedException {
        try (PartFile part = PartFile.of(file)) {
            Transfer transfer = new Transfer(remote, file, part, tools, progress);
            boolean changed = retries.until(
                    remote.shown(),
                    "try again later; what came so far is kept in " + file.getParent(),
                    transfer::attempt);
            part.discard();
            return changed;
        }
    }

    /** A file whose checksum is announced needs no question to its server. */
    private static boolean isAsAnnounced(Remote remote, Path file) {
        Optional<Sidecar> stored = StoredFile.at(file).map(StoredFile::sidecar);
        return remote.checksum().isPresent()
                && stored.flatMap(Sidecar::checksum).equals(remote.checksum());
    }

    private UserException unwritable(Remote remote, IOException cause) {
        return new UserException(
                remote.shown() + " cannot be written to " + directory + " (" + cause
                        + "): free some space there, mend its rights, or name another --downloads",
                cause);
    }
}
