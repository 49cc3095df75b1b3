package io.marquee.ops.drills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.IngestMain;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedStack;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the input. */
final class MillionPagesTest {

    private static final int PARTITIONS = 4;
    private static final int PAGES = 1_000_000;
    private static final String PAGE = """
            <doc>
            <title>Wikipedia: The %1$d Steps (film)</title>
            <url>https://en.wikipedia.org/wiki/The_%1$d_Steps_(film)</url>
            <abstract>The %1$d Steps is a film of which nothing is known but its %1$d steps.</abstract>
            <links>
            <sublink linktype="nav"><anchor>Plot</anchor><link>https://en.wikipedia.org/wiki/The_%1$d_Steps_(film)#Plot</link></sublink>
            <sublink linktype="nav"><anchor>Cast</anchor><link>https://en.wikipedia.org/wiki/The_%1$d_Steps_(film)#Cast</link></sublink>
            </links>
            </doc>
            """;

    @TempDir
    private Path directory;

    @Test
    void theIngestorPublishesAMillionPagesWithALittleHeap() throws Exception {
        Path dump = compose(directory.resolve("pages.xml.gz"));
        try (EmbeddedStack stack = EmbeddedStack.open(TestPipeline.options(directory.resolve("data"), PARTITIONS));
                JavaProcess ingestor = JavaProcess.start(
                        directory.resolve("logs"),
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
                        IngestMain.class,
                        "--kafka=" + stack.broker().bootstrapServers(),
                        "--films=" + SampleFiles.films(),
                        "--wikipedia=" + dump)) {
            // No stream processor answers: the ingestor has done all it has to do once its barriers are out.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .failFast("the ingestor ended by itself", () -> !ingestor.isAlive())
                    .until(() -> ingestor.hasLogged("films, " + PAGES + " pages"));

            try (TopicEnds ends = new TopicEnds(stack.broker().bootstrapServers(), PARTITIONS)) {
                assertThat(ends.pages()).as("pages and barriers").isEqualTo(PAGES + PARTITIONS);
            }
        }
    }

    private static Path compose(Path file) throws IOException {
        try (Writer writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                },
                UTF_8)) {
            String[] parts = PAGE.split("%1\\$d", -1);
            writer.write("<feed>\n");
            for (int page = 0; page < PAGES; page++) {
                writer.write(String.join(Integer.toString(page), parts));
            }
            writer.write("</feed>\n");
        }
        return file;
    }
}
