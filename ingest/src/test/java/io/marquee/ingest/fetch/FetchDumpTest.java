package io.marquee.ingest.fetch;

import static io.marquee.ingest.fetch.FileServer.breakAfter;
import static io.marquee.ingest.fetch.FileServer.proper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.fetch.DumpSite.Job;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchDumpTest {

    private final ServedFile first = ServedFile.random(50_000, 1);
    private final ServedFile second = ServedFile.random(60_000, 2);
    private FileServer server;
    private DumpSite site;
    private FetchHarness harness;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        server = new FileServer();
        site = new DumpSite(server);
        harness = new FetchHarness(directory).site(server.uri(""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theNewestFinishedEditionIsTakenAsOneFile() throws Exception {
        site.publish("enwiki", "20261001", whole("20261001", "done", second));
        site.publish("enwiki", "20261101", parts("done"), whole("20261101", "done", first));
        site.publish("enwiki", "20261120", whole("20261120", "in-progress", second));
        List<Path> files = harness.fetchAll("enwiki:latest");
        assertThat(files).hasSize(1);
        assertThat(files.get(0))
                .hasFileName("enwiki-20261101-pages-articles-multistream.xml.bz2")
                .hasBinaryContent(first.bytes());
    }

    @Test
    void theFinishedEditionsFromOneOnAreListedOldestFirst() throws Exception {
        site.publish("enwiki", "20260901", whole("20260901", "done", first));
        site.publish("enwiki", "20261101", whole("20261101", "done", first));
        site.publish("enwiki", "20261001", whole("20261001", "done", first));
        site.publish("enwiki", "20261120", whole("20261120", "in-progress", first));

        assertThat(harness.fetcher().editions("enwiki", "20261001", "99999999"))
                .containsExactly("enwiki:20261001", "enwiki:20261101");
        assertThat(harness.fetcher().editions("enwiki", "20260801", "20261001"))
                .containsExactly("enwiki:20260901", "enwiki:20261001");
    }

    @Test
    void allPartsComeInOrderWhileTheSingleFileIsNotFinished() throws Exception {
        site.publish("enwiki", "20261101", parts("done"), whole("20261101", "waiting", first));
        assertThat(harness.fetchAll("enwiki:latest"))
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "enwiki-20261101-pages-articles-multistream1.xml-p1p41242.bz2",
                        "enwiki-20261101-pages-articles-multistream2.xml-p41243p151573.bz2",
                        "enwiki-20261101-pages-articles-multistream10.xml-p9000000p9999999.bz2",
                        "enwiki-20261101-pages-articles-multistream10.xml-p10000000p10999999.bz2");
    }

    @Test
    void theSameEditionIsNotFetchedAgainAndItsFilesAreNotAskedFor() throws Exception {
        site.publish("simplewiki", "20261101", whole("20261101", "done", first));
        Path fetched = harness.fetch("simplewiki:latest");
        int requests = server.requests().size();
        assertThat(harness.fetch("simplewiki:latest")).isEqualTo(fetched);
        assertThat(server.requests().subList(requests, server.requests().size()))
                .extracting(FileServer.Request::path)
                .containsExactly("/simplewiki/", "/simplewiki/20261101/dumpstatus.json");
    }

    @Test
    void anEditionThatWasMadeAnewIsFetchedAnew() throws Exception {
        site.publish("enwiki", "20261101", whole("20261101", "done", first));
        harness.fetch("enwiki:latest");
        site.publish("enwiki", "20261101", whole("20261101", "done", second));
        assertThat(harness.fetchBytes("enwiki:latest")).isEqualTo(second.bytes());
    }

    @Test
    void aBreakInADumpIsMended() throws Exception {
        site.publish("enwiki", "20261101", whole("20261101", "done", first.without("ETag")));
        long before = server.sent();
        server.then(proper(), proper(), breakAfter(30_000));
        assertThat(harness.fetchBytes("enwiki:latest")).isEqualTo(first.bytes());
        // There is nothing to tell one file from another, yet the checksum would.
        assertThat(server.requests().get(3).header("Range")).isEqualTo("bytes=30000-");
        assertThat(server.sent() - before).isLessThan(50_000 + 2_000);
    }

    @Test
    void aWrongChecksumIsAnErrorAndTheEditionInUseStays() throws Exception {
        site.publish("enwiki", "20261101", whole("20261101", "done", first));
        Path good = harness.fetch("enwiki:latest");
        site.publish("enwiki", "20261120", whole("20261120", "done", second));
        server.serve(
                "/enwiki/20261120/enwiki-20261120-pages-articles-multistream.xml.bz2", ServedFile.random(60_000, 7));
        assertThatThrownBy(() -> harness.fetch("enwiki:latest"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("enwiki:20261120 (enwiki-20261120-pages-articles-multistream.xml.bz2)")
                .hasMessageContaining("its SHA-1 is not the one that is announced");
        assertThat(good).hasBinaryContent(first.bytes());
        assertThat(directory.resolve("dumps/enwiki/20261120/enwiki-20261120-pages-articles-multistream.xml.bz2"))
                .doesNotExist();
    }

    @Test
    void aWrongSizeIsFoundOutBeforeAnythingIsFetched() throws Exception {
        site.publish("enwiki", "20261101", whole("20261101", "done", first));
        server.serve("/enwiki/20261101/enwiki-20261101-pages-articles-multistream.xml.bz2", second);
        assertThatThrownBy(() -> harness.fetch("enwiki:latest"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("it has 60000 bytes, where 50000 are announced");
        assertThat(harness.files(".bz2")).isEmpty();
    }

    @Test
    void oldEditionsGoButNeverTheOneInUse() throws Exception {
        for (String date : List.of("20260901", "20261001", "20261101", "20261120")) {
            site.publish("enwiki", date, whole(date, "done", first));
            Path before = directory.resolve("dumps/enwiki");
            harness.fetch("enwiki:latest");
            assertThat(editions(before)).contains(date).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(editions(directory.resolve("dumps/enwiki"))).containsExactly("20261101", "20261120");
        harness.fetch("enwiki:latest");
        assertThat(editions(directory.resolve("dumps/enwiki"))).containsExactly("20261120");
    }

    @Test
    void anEditionIsFetchedByItsDate() throws Exception {
        site.publish("enwiki", "20261001", whole("20261001", "done", second));
        site.publish("enwiki", "20261101", whole("20261101", "done", first));
        assertThat(harness.fetchBytes("enwiki:20261001")).isEqualTo(second.bytes());
        assertThatThrownBy(() -> harness.fetch("enwiki:20250101"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("enwiki:20250101 is not at")
                .hasMessageContaining("enwiki:latest");
    }

    @Test
    void whereNothingIsFinishedOrNothingIsThereItSaysSo() throws Exception {
        site.publish("enwiki", "20261101", whole("20261101", "in-progress", first));
        assertThatThrownBy(() -> harness.fetch("enwiki:latest"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none of the newest 1 editions")
                .hasMessageContaining("is finished");
        assertThatThrownBy(() -> harness.fetch("nowiki:latest"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("check the wiki's name");
        server.serve("/enwiki/20261101/dumpstatus.json", "<html>");
        assertThatThrownBy(() -> harness.fetch("enwiki:latest"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is no JSON");
    }

    @Test
    void aWholeEditionThatTheDiskDoesNotHoldIsNotBegun() throws Exception {
        site.publish("enwiki", "20261101", parts("done"));
        harness.space(anywhere -> 100_000 + FreeSpace.RESERVE);
        assertThatThrownBy(() -> harness.fetch("enwiki:latest"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("enwiki:20261101 needs");
        assertThat(harness.files(".bz2")).isEmpty();
    }

    @Test
    void theDiscontinuedDumpIsSaidToBeSoWithAnAlternative() {
        String address =
                server.uri("/enwiki/latest/enwiki-latest-abstract.xml.gz").toString();
        assertThatThrownBy(() -> harness.fetch(address))
                .isInstanceOf(UserException.class)
                .hasMessage(address + " is no longer published: Wikipedia discontinued this dump in February 2025; give"
                        + " enwiki:latest, the dump of all articles, or the path of an archived copy");
        assertThatThrownBy(
                        () -> harness.fetch(server.uri("/simplewiki/20250601/simplewiki-20250601-abstract27.xml.gz")))
                .hasMessageContaining("February 2025")
                .hasMessageContaining("simplewiki:latest");
    }

    private static Job whole(String date, String status, ServedFile file) {
        return new Job(DumpSite.WHOLE, status, Map.of("enwiki-" + date + "-pages-articles-multistream.xml.bz2", file));
    }

    private Job parts(String status) {
        String name = "enwiki-20261101-pages-articles-multistream";
        return new Job(
                DumpSite.PARTS,
                status,
                Map.of(
                        name + "10.xml-p10000000p10999999.bz2", first,
                        name + "10.xml-p9000000p9999999.bz2", second,
                        name + "2.xml-p41243p151573.bz2", second,
                        name + "1.xml-p1p41242.bz2", first));
    }

    private static List<String> editions(Path wiki) throws IOException {
        try (var all = Files.list(wiki)) {
            return all.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
