package io.marquee.ops.stack;

import io.marquee.settings.UserException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, from the archive on the class path, unpacked once. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks the programs, unless an earlier start has done so.
     *
     * @param cache where
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     * @throws UserException if this build has none for this machine
     */
    static Path unpack(Path cache) throws IOException {
        URL archive = find();
        String location = archive.toString();
        String jar = location.substring(0, Math.max(0, location.indexOf("!/")));
        String name = jar.substring(jar.lastIndexOf('/') + 1).replace(".jar", "");
        Path home = cache.resolve(name.isEmpty() ? "postgresql" : name);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        try (InputStream stream = archive.openStream()) {
            unpack(stream, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Directories.delete(fresh);
            // Another process may have been quicker; a folder of that name is always whole.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
        return home;
    }

    private static URL find() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String file = "/postgres-" + system + "-" + machine;
        return Stream.of(file + ".txz", file + "-alpine_linux.txz")
                .map(PostgresBinaries.class::getResource)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new UserException("this build has no PostgreSQL for " + system + " on " + machine
                        + ": build it on this machine, or name another with -Dpostgres.platform"));
    }

    private static void unpack(InputStream stream, Path target) throws IOException {
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive names a file outside of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    link(path, target.resolve(entry.getLinkName()));
                } else {
                    Files.copy(archive, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static void link(Path path, Path existing) throws IOException {
        try {
            Files.createLink(path, existing);
        } catch (UnsupportedOperationException | FileAlreadyExistsException e) {
            Files.copy(existing, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
