
import io.marquee.ingest.pages.PagePlace;
import io.marquee.ingest.pages.PageSink;
import io.marquee.ingest.pages.PageSource;
import io.marquee.ingest.source.Sources;
import io.marquee.records.FilmGlance;
import io.marquee.records.Json;
import io.marquee.records.Page;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Composes a multistream dump of any size of a smaller one, and reads one as a run does, but for Kafka.
 *
 * <p>{@code java Multistream.java compose DUMP TIMES FILE} repeats all streams but the first and the last, which hold the
 * beginning and the end of the XML. {@code java Multistream.java read FILE THREADS} prints the seconds that reading and
 * writing the records took, their number, and a digest over all of them in order.
 */
public final class Multistream {

    private static final byte[] BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

    private Multistream() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 4 && arguments[0].equals("compose")) {
            compose(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Path.of(arguments[3]));
        } else if (arguments.length == 3 && arguments[0].equals("read")) {
            read(arguments[1], Integer.parseInt(arguments[2]));
        } else {
            System.err.println("usage: java Multistream.java compose DUMP TIMES FILE | read FILE THREADS");
            System.exit(2);
        }
    }

    private static void compose(Path dump, int times, Path file) throws IOException {
        try (FileChannel in = FileChannel.open(dump);
                FileChannel out = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            MappedByteBuffer bytes = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
            int first = 1;
            while (!isStart(bytes, first)) {
                first++;
            }
            int last = bytes.limit() - 10;
            while (!isStart(bytes, last)) {
                last--;
            }
            copy(in, 0, first, out);
            for (int i = 0; i < times; i++) {
                copy(in, first, last, out);
            }
            copy(in, last, in.size(), out);
        }
    }

    private static void copy(FileChannel in, long from, long to, FileChannel out) throws IOException {
        long place = from;
        while (place < to) {
            place += in.transferTo(place, to - place, out);
        }
    }

    private static boolean isStart(MappedByteBuffer bytes, int at) {
        if (bytes.get(at) != 'B' || bytes.get(at + 1) != 'Z' || bytes.get(at + 2) != 'h') {
            return false;
        }
        for (int i = 0; i < BLOCK.length; i++) {
            if (bytes.get(at + 4 + i) != BLOCK[i]) {
                return false;
            }
        }
        return true;
    }

    private static void read(String file, int threads) throws IOException, NoSuchAlgorithmException {
        Records records = new Records();
        long start = System.nanoTime();
        new PageSource(Sources.of(file), threads).read(records, content -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%.2f %d %s%n", seconds, records.count, HexFormat.of().formatHex(records.digest.digest(), 0, 8));
    }

    /** Writes records as the publisher does: whole where a page may be a film's, else the title. */
    private static final class Records implements PageSink {

        private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        private long count;

        private Records() throws NoSuchAlgorithmException {}

        @Override
        public void page(PagePlace place, Page page) {
            digest.update(FilmGlance.mayBeFilm(page) ? Json.write(page) : Json.write(page.title()));
            count++;
        }

        @Override
        public void otherPage(PagePlace place, String title) {
            digest.update(Json.write(title));
            count++;
        }

        @Override
        public void rejected(PagePlace place, String reason, Page page) {
            digest.update(Json.write(place.text() + reason));
            count++;
        }
    }
}
