package io.marquee.ingest.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The editions of one dump on this machine: the one that runs read, and while it is fetched the one that is to come. */
final class Editions {

    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
    private static final String IN_USE = "in-use";

    private final Path folder;

    /** @param folder of the dump, with a folder for each edition */
    Editions(Path folder) {
        this.folder = folder;
    }

    /** Deletes all but the edition in use and another. */
    void keepOnly(String date) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        String used = inUse();
        List<Path> old;
        try (Stream<Path> all = Files.list(folder)) {
            old = all.filter(path -> path.getFileName().toString().matches("\\d{8}"))
                    .filter(path -> !path.endsWith(date) && !path.endsWith(used))
                    .toList();
        }
        for (Path edition : old) {
            delete(edition);
            LOG.info("deleted {}, an old edition", edition);
        }
    }

    /** From now on runs read this one. */
    void use(String date) throws IOException {
        if (!inUse().equals(date)) {
            Files.writeString(folder.resolve(IN_USE), date);
        }
    }

    private String inUse() throws IOException {
        try {
            return Files.readString(folder.resolve(IN_USE)).trim();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static void delete(Path edition) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(edition)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
