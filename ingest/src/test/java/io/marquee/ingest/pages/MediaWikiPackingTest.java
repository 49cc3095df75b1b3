package io.marquee.ingest.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquee.ingest.Packing;
import io.marquee.ingest.pages.Dumps.Read;
import io.marquee.ingest.source.Sources;
import io.marquee.records.Page;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an export is packed, and however many threads read it, the same pages come in the same order. */
class MediaWikiPackingTest {

    private static final List<String> PAGES = Dumps.pages(60);

    @TempDir
    private Path folder;

    private static Path temporary(byte[] bytes, String suffix) throws IOException {
        Path file = Files.createTempFile("dump", suffix);
        file.toFile().deleteOnExit();
        return Files.write(file, bytes);
    }

    private static List<Page> expected() throws IOException {
        return Dumps.read(temporary(Dumps.xml(PAGES).getBytes(UTF_8), ".xml"), 1)
                .pages();
    }

    @Test
    void allPackingsAndNumbersOfThreadsGiveTheSame() throws IOException {
        String xml = Dumps.xml(PAGES);
        List<Page> expected = expected();
        assertThat(expected).hasSize(60);
        List<Path> files = List.of(
                Packing.write(folder, "a.xml", xml),
                Packing.write(folder, "a.xml.gz", Packing.gzip(xml)),
                Packing.write(folder, "single.xml.bz2", Packing.bzip2(xml)),
                Packing.write(folder, "multistream.xml.bz2", Dumps.multistream(PAGES, 7)),
                Packing.write(folder, "each.xml.bz2", Dumps.multistream(PAGES, 1)),
                Packing.write(folder, "parallel.xml.bz2", Dumps.cut(xml, Set.of(10, 999, 5000, 5001, 9999))),
                Packing.write(folder, "a.zip", Packing.zip(Map.of("enwiki.xml", xml))));
        for (Path file : files) {
            for (int threads : new int[] {1, 2, 5}) {
                assertThat(Dumps.read(file, threads).pages())
                        .as(file + " with " + threads)
                        .isEqualTo(expected);
            }
        }
    }

    @Property(tries = 25)
    void streamsThatAreCutAnywhereGiveTheSame(
            @ForAll @Size(max = 20) Set<@IntRange(min = 1, max = 25_000) Integer> places,
            @ForAll @IntRange(min = 1, max = 5) int threads)
            throws IOException {
        assertThat(Dumps.read(temporary(Dumps.cut(Dumps.xml(PAGES), places), ".bz2"), threads)
                        .pages())
                .isEqualTo(expected());
    }

    @Test
    void aDumpLargerThanAllBuffersIsTheSameWithAnyNumberOfThreads() throws IOException {
        List<String> pages = Dumps.pages(20_000);
        Path file = Packing.write(folder, "large.xml.bz2", Dumps.multistream(pages, 500));
        Read one = Dumps.read(file, 1);
        assertThat(one.pages()).hasSize(20_000);
        assertThat(one.places()).last().isEqualTo("large.xml.bz2 page 20000");
        assertThat(Dumps.read(file, 5)).isEqualTo(one);
    }

    @Property(tries = 60)
    void aMultistreamThatIsCutOffAnywhereIsReportedAtThePage(
            @ForAll @IntRange(min = 14, max = 9_000) int length, @ForAll @IntRange(min = 1, max = 3) int threads)
            throws IOException {
        byte[] whole = Dumps.multistream(PAGES, 5);
        byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));
        Path file = temporary(cut, ".xml.bz2");
        Read read = new Read();
        UserException error = catchThrowableOfType(
                UserException.class,
                () -> new PageSource(Sources.of(file.toString()), threads).read(read, content -> {}));
        assertThat(error).hasMessageContainingAll(file.getFileName() + " is cut off near line ", ", page ", "fetch it");
        assertThat(error.getMessage()).hasLineCount(1);
        assertThat(read.pages()).isEqualTo(expected().subList(0, read.pages().size()));
        if (!read.pages().isEmpty()) {
            Page last = read.pages().get(read.pages().size() - 1);
            assertThat(error.getMessage()).containsAnyOf("after the page '" + last.title() + "'", "in the page '");
        }
    }

    @Test
    void theCutOffPageIsNamedWhateverThePacking() throws IOException {
        String xml = Dumps.xml(PAGES);
        String cut = xml.substring(0, xml.indexOf("<title>Page 33</title>") + 200);
        byte[] gzip = Packing.gzip(xml.substring(0, xml.indexOf("<title>Page 33</title>") + 9_000));
        for (Path file : List.of(
                Packing.write(folder, "cut.xml", cut),
                Packing.write(folder, "cut.xml.gz", Packing.gzip(cut)),
                Packing.write(folder, "cut.xml.bz2", Packing.bzip2(cut)),
                Packing.write(folder, "cut.zip", Packing.zip(Map.of("cut.xml", cut))))) {
            assertThatThrownBy(() -> Dumps.read(file, 2))
                    .hasMessageMatching("cut\\.xml.* is cut off near line \\d+, page 34, in the page 'Page 33': .*");
        }
        Path file = Packing.write(folder, "half.xml.gz", Arrays.copyOf(gzip, gzip.length - 100));
        assertThatThrownBy(() -> Dumps.read(file, 2))
                .hasMessageMatching(
                        "half\\.xml.* is cut off near line \\d+, page \\d\\d, in the page 'Page \\d\\d': .*");
    }

    @Test
    void aDamagedByteIsReportedAtThePage() throws IOException {
        byte[] whole = Dumps.multistream(PAGES, 5);
        whole[whole.length / 2] ^= 4;
        Path file = Packing.write(folder, "damaged.xml.bz2", whole);
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() -> Dumps.read(file, threads))
                    .isInstanceOf(UserException.class)
                    .hasMessageMatching(
                            "damaged.xml.bz2 is (damaged or cannot be read|cut off) near line \\d+, page \\d+, "
                                    + "(after|in) the page '(Talk:)?Page \\d+'.*fetch it again");
        }
    }

    @Test
    void whoeverStopsTheReadingIsObeyedAndNoThreadIsLeft() throws Exception {
        Path file = Packing.write(folder, "large.xml.bz2", Dumps.multistream(Dumps.pages(5_000), 50));
        int[] left = {1_000};
        PageSink stopping = new PageSink() {
            @Override
            public void page(PagePlace place, Page page) {}

            @Override
            public void otherPage(PagePlace place, String title) {}

            @Override
            public void rejected(PagePlace place, String reason, Page page) {}

            @Override
            public void step() {
                if (--left[0] == 0) {
                    throw new CancellationException("stopped");
                }
            }
        };
        assertThatThrownBy(() -> new PageSource(Sources.of(file.toString()), 3).read(stopping, content -> {}))
                .isInstanceOf(CancellationException.class);
        assertNoThreads();
    }

    @Test
    void anInterruptEndsTheReadingAndNoThreadIsLeft() throws Exception {
        Path file = Packing.write(folder, "large.xml.bz2", Dumps.multistream(Dumps.pages(2_000), 50));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Dumps.read(file, 3)).isNotNull();
        boolean unused = Thread.interrupted();
        assertNoThreads();
    }

    private static void assertNoThreads() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("reader-")) {
                // It has nothing left to do but to end.
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void aLongDumpOfLongPagesTakesLittleMemory() throws IOException {
        // 400 MB of XML, packed to next to nothing: what is not let go of would not fit.
        Path file = folder.resolve("long.xml.gz");
        byte[] page = Dumps.page("Long", "0", "word ".repeat(400_000)).getBytes(UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(Dumps.HEAD.getBytes(UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(page);
            }
            out.write(Dumps.TAIL.getBytes(UTF_8));
        }
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountPages.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), UTF_8);

        assertThat(said.strip()).endsWith("200 pages");
    }
}
