package io.marquee.ingest.source;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/**
 * One file of a zip. It is found by the zip's directory, not by reading through: only the directory tells the size of an
 * entry that was stored while its size was not known yet.
 */
final class ZipContent implements Packed {

    private final ZipFile zip;
    private final String name;
    private final long total;
    private final MeteredInputStream metered;
    private final InputStream unpacked;

    private ZipContent(ZipFile zip, ZipArchiveEntry entry, String name) throws IOException {
        this.zip = zip;
        this.name = name;
        // The count is that of the unpacked bytes: they, too, tell how far reading is.
        this.total = entry.getSize();
        this.metered = new MeteredInputStream(ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .setCountThreshold(entry.getSize())
                .get());
        this.unpacked = metered;
    }

    static ZipContent open(Source source, Wanted wanted) throws IOException {
        ZipFile zip = openZip(source);
        try {
            List<String> names = new ArrayList<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!entry.isDirectory() && wanted.accepts().test(name)) {
                    if (!zip.canReadEntryData(entry)) {
                        throw new UserException(name + " in " + source.location()
                                + " is encrypted or packed in an unknown way: pack it anew without that");
                    }
                    return new ZipContent(zip, entry, name);
                }
                names.add(entry.getName());
            }
            throw new UserException("there is no " + wanted.description() + " in " + source.location() + ", only "
                    + summary(names) + ": name the right zip");
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile openZip(Source source) {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(source.openChannel())
                    .get();
        } catch (IOException e) {
            throw new UserException(
                    source.location()
                            + " is cut off or damaged: it begins like a zip but its directory cannot be read ("
                            + e.getMessage() + "): fetch it again",
                    e);
        }
    }

    private static String summary(List<String> names) {
        int shown = Math.min(names.size(), 5);
        String list = names.isEmpty() ? "nothing" : String.join(", ", names.subList(0, shown));
        return names.size() > shown ? list + " and " + (names.size() - shown) + " more" : list;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream unpacked() {
        return unpacked;
    }

    @Override
    public long bytesRead() {
        return metered.count();
    }

    @Override
    public long bytesTotal() {
        return total;
    }

    /** Hashes the whole zip: the directory leads past the other files in it, and past what surrounds them. */
    @Override
    public String finish(Source source) throws IOException {
        return MeteredInputStream.hash(source);
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            unpacked.close();
        }
    }
}
