package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Brings sources to this machine. What is here and has not changed elsewhere is not fetched again; what is here stays
 * until the new file is whole and has the size and the checksum that were announced. To be used by one thread at a time.
 */
public final class Fetcher {

    private final FetchSettings settings;
    private final FreeSpace space;
    private final Remotes remotes;
    private final Dumps dumps;
    private final Download download;

    /** Fetches by these settings. */
    public Fetcher(FetchSettings settings) {
        this(
                settings,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                pause -> Thread.sleep(pause.toMillis()),
                FreeSpace.OF_DISK);
    }

    Fetcher(FetchSettings settings, Clock clock, RandomGenerator random, Retries.Pauses pauses, FreeSpace space) {
        FetchLimits limits = settings.limits();
        Retries retries = new Retries(limits, clock, random, pauses);
        Transfer.Tools tools =
                new Transfer.Tools(new Web(UserAgent.of(settings.contact()), limits.stall()), limits, clock, space);
        this.settings = settings;
        this.space = space;
        this.remotes = new Remotes(settings);
        this.dumps = new Dumps(settings.dumps(), new WebText(tools, retries));
        this.download = new Download(settings.directory(), tools, retries);
    }

    /**
     * Sees to it that all of a source is on this machine and as new as where it comes from.
     *
     * @param locations of the parts of a source, as its user named them
     * @param progress is told how far downloads are
     * @return the same for what is on this machine, paths for the rest; for a dump in parts, one for each part
     * @throws UserException if a part cannot be had; one line, without secrets, with a remedy
     * @throws InterruptedException if the thread is interrupted; a later call goes on from there
     */
    public List<String> fetch(List<String> locations, FetchProgress progress) throws InterruptedException {
        List<String> local = new ArrayList<>();
        for (String text : locations) {
            Location location = Location.of(text);
            if (location instanceof Location.Local) {
                local.add(text);
            } else if (location instanceof Location.Dump dump) {
                fetch(dump, progress).forEach(path -> local.add(path.toString()));
            } else {
                local.add(download.fetch(remote(location), progress).toString());
            }
        }
        return List.copyOf(local);
    }

    /**
     * The finished editions of a dump on the site, from one on.
     *
     * @param wiki such as {@code enwiki}
     * @param from date of the first, such as {@code 20261001}
     * @param to date of the last
     * @return their locations, the oldest first
     * @throws UserException if the site cannot be asked
     */
    public List<String> editions(String wiki, String from, String to) throws InterruptedException {
        return dumps.between(new Location.Dump(wiki, from), to).stream()
                .map(Location.Dump::toString)
                .toList();
    }

    private Remote remote(Location location) {
        if (location instanceof Location.Web web) {
            return remotes.of(web);
        }
        if (location instanceof Location.Bucket bucket) {
            return remotes.of(bucket);
        }
        return remotes.of((Location.Kaggle) location);
    }

    private List<Path> fetch(Location.Dump dump, FetchProgress progress) throws InterruptedException {
        DumpEdition edition = dumps.find(dump);
        Path folder = settings.directory().resolve(edition.folder());
        Editions editions = new Editions(folder.getParent());
        try {
            editions.keepOnly(edition.date());
            requireSpace(edition);
            List<Path> files = new ArrayList<>();
            for (DumpFile file : edition.files()) {
                files.add(download.fetch(remotes.of(edition, file), progress));
            }
            editions.use(edition.date());
            return files;
        } catch (IOException e) {
            throw new UserException(
                    "cannot write to " + folder + " (" + e + "): mend its rights, or name another --downloads", e);
        }
    }

    /** For all that is missing of an edition: not to be found out after most of it. */
    private void requireSpace(DumpEdition edition) throws IOException {
        long missing = 0;
        for (DumpFile file : edition.files()) {
            Path path = settings.directory().resolve(edition.folder()).resolve(file.name());
            if (StoredFile.at(path).isEmpty()) {
                missing += Math.max(0, file.size() - PartFile.of(path).size());
            }
        }
        if (missing > 0) {
            Files.createDirectories(settings.directory());
            space.require(edition.toString(), settings.directory(), missing);
        }
    }
}
