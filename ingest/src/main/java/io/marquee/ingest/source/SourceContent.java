package io.marquee.ingest.source;

import io.marquee.settings.UserException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.ReadAheadInputStream;

/**
 * A source, opened and unpacked. Unpacking runs ahead on a thread of its own, by at most two buffers.
 *
 * <p>Not thread-safe, but for {@link #bytesRead()}.
 */
public final class SourceContent implements AutoCloseable {

    private static final int RAW_BUFFER = 1 << 17;

    /** Large enough to make handing over rare, small enough to stay in a processor's cache. */
    private static final int READ_AHEAD = 1 << 18;

    private static final int INFLATE_BUFFER = 1 << 15;

    private final Source source;
    private final SourceStamp stamp;
    private final Packed packed;
    private final InputStream stream;

    private SourceContent(Source source, SourceStamp stamp, Packed packed) throws IOException {
        this.source = source;
        this.stamp = stamp;
        this.packed = packed;
        this.stream = ReadAheadInputStream.builder()
                .setInputStream(new LoudEndInputStream(packed.unpacked()))
                .setBufferSize(READ_AHEAD)
                .get();
    }

    /**
     * Opens a source; gz, bz2 and zip are told by their content.
     *
     * @param source what to open
     * @param wanted which file to take if it is a zip
     * @throws UserException for a source that is missing, empty, packed in an unknown way, or a zip without that file
     */
    public static SourceContent open(Source source, Wanted wanted) {
        // A dump is many bz2 streams in a row; without "true" it would end after the first.
        return open(source, wanted, raw -> new BZip2CompressorInputStream(raw, true));
    }

    /**
     * The same for a source that is worth the work of several threads: a bz2 of many streams is unpacked by all of them.
     *
     * @param workers do the work; to be shut down after the content is closed
     * @param threads how many they are
     * @throws UserException as {@link #open(Source, Wanted)}
     */
    public static SourceContent open(Source source, Wanted wanted, ExecutorService workers, int threads) {
        return open(source, wanted, raw -> new ParallelBzip2InputStream(raw, workers, threads + 2));
    }

    private interface Bunzip {
        InputStream of(InputStream raw) throws IOException;
    }

    private static SourceContent open(Source source, Wanted wanted, Bunzip bunzip) {
        SourceStamp stamp = source.stamp();
        if (stamp.size() == 0) {
            throw new UserException(source.location() + " is empty: fetch it again");
        }
        try {
            MeteredInputStream metered = new MeteredInputStream(source.open());
            try {
                BufferedInputStream raw = new BufferedInputStream(metered, RAW_BUFFER);
                Compression compression = detect(source, raw);
                Packed packed = switch (compression) {
                    case ZIP, EMPTY_ZIP -> ZipContent.open(source, wanted);
                    case GZIP -> new StreamContent(source.name(), metered, gunzip(raw), stamp.size());
                    case BZIP2 -> new StreamContent(source.name(), metered, bunzip.of(raw), stamp.size());
                    case PLAIN -> new StreamContent(source.name(), metered, raw, stamp.size());
                };
                if (packed instanceof ZipContent) {
                    metered.close();
                }
                return new SourceContent(source, stamp, packed);
            } catch (IOException | RuntimeException e) {
                metered.close();
                throw e;
            }
        } catch (IOException e) {
            throw BrokenSource.of(source.name(), "at its beginning", e);
        }
    }

    private static InputStream gunzip(InputStream raw) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .setBufferSize(INFLATE_BUFFER)
                .get();
    }

    private static Compression detect(Source source, BufferedInputStream raw) throws IOException {
        raw.mark(Compression.PROBE);
        byte[] head = new byte[Compression.PROBE];
        int length = raw.readNBytes(head, 0, head.length);
        raw.reset();
        Compression compression = Compression.of(head, length)
                .orElseThrow(() -> new UserException(
                        source.location() + " is neither a zip, gz or bz2 nor plain text: name a file of such a kind"));
        if (compression == Compression.PLAIN) {
            Compression.promised(source.name()).ifPresent(promised -> {
                throw new UserException(source.location() + " is not a " + promised
                        + ", as its name says: fetch it again, or rename it if it is not packed");
            });
        }
        return compression;
    }

    /** What the places in it are called by: the file's name, or that of the file in the zip. */
    public String name() {
        return packed.name();
    }

    /** The unpacked bytes. Its errors are of the source: {@link BrokenSource} puts them into words. */
    public InputStream stream() {
        return stream;
    }

    /** Packed bytes read so far. */
    public long bytesRead() {
        return Math.min(packed.bytesRead(), packed.bytesTotal());
    }

    /** Packed bytes there are. */
    public long bytesTotal() {
        return packed.bytesTotal();
    }

    /**
     * Reads what is left to the very end and gives the fingerprint of all that was read. To be called once.
     *
     * @throws UserException if what is left cannot be unpacked, or if the source was written to meanwhile
     */
    public FingerprintPart finish() {
        try {
            stream.transferTo(OutputStream.nullOutputStream());
            String sha256 = packed.finish(source);
            if (!source.stamp().equals(stamp)) {
                throw changedMeanwhile(source);
            }
            return new FingerprintPart(stamp, sha256);
        } catch (IOException e) {
            throw BrokenSource.of(name(), "at its end", e);
        }
    }

    /** The error of a source that was written to while it was read. */
    public static UserException changedMeanwhile(Source source) {
        return new UserException(
                source.location() + " changed while it was read: run again once it is no longer written to");
    }

    @Override
    public void close() throws IOException {
        try (packed) {
            stream.close();
        }
    }
}
