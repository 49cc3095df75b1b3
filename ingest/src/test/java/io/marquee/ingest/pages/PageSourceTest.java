package io.marquee.ingest.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.Packing;
import io.marquee.ingest.SharedData;
import io.marquee.ingest.source.Sources;
import io.marquee.records.Page;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSourceTest {

    private static final String HEAT = "<doc><title>Wikipedia: Heat (1995 film)</title><url>https://x/Heat</url>"
            + "<abstract>Heat is &amp; &lt;was&gt; é &#x1F600;<![CDATA[ <raw>]]>.</abstract><links>"
            + "<sublink linktype=\"nav\"><anchor>Plot</anchor><link>https://x/Heat#Plot</link></sublink>"
            + "<sublink linktype=\"nav\"><anchor>Cast</anchor><link>https://x/Heat#Cast</link></sublink></links></doc>";

    @TempDir
    private Path folder;

    private record Read(List<Page> pages, List<String> rejections) implements PageSink {
        @Override
        public void page(PagePlace place, Page page) {
            pages.add(page);
        }

        @Override
        public void otherPage(PagePlace place, String title) {
            page(place, new Page(title, null, null, List.of()));
        }

        @Override
        public void rejected(PagePlace place, String reason, Page page) {
            rejections.add(place.text() + ": " + reason);
        }
    }

    private Read read(String xml) throws IOException {
        return read(Packing.write(folder, "dump.xml", xml));
    }

    private static Read read(Path file) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        new PageSource(Sources.of(file.toString())).read(read, content -> {});
        return read;
    }

    private void assertRefused(String xml, String... parts) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("dump.xml ")
                .hasMessageContainingAll(parts);
    }

    @Test
    void aPageIsReadWithItsSections() throws IOException {
        assertThat(read("<feed>" + HEAT + "</feed>").pages())
                .containsExactly(new Page(
                        "Heat (1995 film)", "https://x/Heat", "Heat is & <was> é 😀 <raw>.", List.of("Plot", "Cast")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed", "root"})
    void bothRootElementsAndAnyLayoutAreRead(String root) throws IOException {
        String pretty = HEAT.replace("><", ">\n    <").replace("<title>", "<title>\n      ");
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a dump -->\n<" + root + ">\n" + pretty
                + "<other><doc/>" + "</other>" + HEAT + "</" + root + ">\n";
        assertThat(read(xml).pages()).hasSize(2).allMatch(page -> page.title().equals("Heat (1995 film)"));
    }

    @Test
    void aPageWithoutTitleOrUrlIsRejectedAtItsNumber() throws IOException {
        String xml = "<feed>" + HEAT + "<doc><title>Wikipedia: </title><url>u</url></doc><doc><title>T</title></doc>"
                + "<doc/></feed>";
        Read read = read(xml);
        assertThat(read.pages()).hasSize(1);
        assertThat(read.rejections())
                .containsExactly(
                        "dump.xml page 2: the title is missing",
                        "dump.xml page 3: the URL is missing",
                        "dump.xml page 4: the title is missing");
    }

    @Test
    void aPageWithoutAbstractOrLinksIsAPage() throws IOException {
        assertThat(read("<feed><doc><title>T</title><url>u</url><abstract> </abstract></doc></feed>")
                        .pages())
                .containsExactly(new Page("T", "u", null, List.of()));
    }

    @Test
    void aPageThatDoesNotEndIsRejectedAndDoesNotFillTheMemory() throws IOException {
        String xml = "<feed>" + HEAT.replace("Heat is", "x".repeat(3_000_000)) + HEAT + "</feed>";
        Read read = read(xml);
        assertThat(read.rejections()).containsExactly("dump.xml page 1: it has more than 200000 characters");
        assertThat(read.pages()).hasSize(1);
    }

    @Test
    void xmlThatIsCutOffIsReportedAtItsPlace() {
        String xml = "<feed>\n" + HEAT + "\n" + HEAT + "\n";
        assertRefused(xml, "is cut off near line 4, page 2, after the page 'Heat (1995 film)'", "fetch it again");
        assertRefused(xml.substring(0, xml.length() - 40), "is cut off near line 3, page 2");
        assertRefused("<feed>" + HEAT + "<doc><title>Wiki", "is cut off near line 1, page 2");
        assertRefused("<fe", "is not a Wikipedia dump");
    }

    @Test
    void aGzipThatIsCutOffIsReportedAtItsPlace() throws IOException {
        StringBuilder xml = new StringBuilder("<feed>\n");
        for (int i = 0; i < 20_000; i++) {
            xml.append(HEAT.replace("1995", Integer.toString(i * 7919))).append('\n');
        }
        byte[] bytes = Packing.gzip(xml + "</feed>");
        Path cut = Packing.write(folder, "dump.xml.gz", Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(UserException.class)
                .hasMessageMatching("dump.xml.gz is cut off near line \\d+, page \\d{3,}, after the page 'Heat .*'"
                        + ": fetch it again");
        bytes[bytes.length / 2] ^= 0x55;
        bytes[bytes.length / 2 + 1] ^= 0x55;
        Path damaged = Packing.write(folder, "damaged.xml.gz", bytes);
        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("damaged.xml.gz is ")
                .hasMessageContaining("fetch it again");
    }

    @Test
    void aBzip2ThatIsCutOffIsReported() throws IOException {
        byte[] bytes = Packing.bzip2("<feed>" + HEAT.repeat(1000) + "</feed>");
        Path cut = Packing.write(folder, "dump.xml.bz2", Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("dump.xml.bz2 is cut off ");
    }

    @Test
    void whatIsNotWellFormedIsReportedAtItsPlace() {
        assertRefused("<feed>\n" + HEAT + "\n<doc></title></doc></feed>", "is not well-formed near line 3, page 2");
        assertRefused("<feed>" + HEAT + "<doc><title>a & b</title></doc></feed>", "is not well-formed");
        assertRefused("<feed>" + HEAT + "<doc><title>&none;</title></doc></feed>", "is not well-formed", "none");
        assertRefused("<feed>" + HEAT + "<doc><title>&#0;</title></doc></feed>", "is not well-formed");
        assertRefused("<feed>" + HEAT + "<doc><title>&#xD800;</title></doc></feed>", "is not well-formed");
        assertRefused("<feed>" + HEAT + "<doc><title>\0</title></doc></feed>", "is not well-formed");
        assertRefused("<feed>" + HEAT + "</feed><feed>", "is not well-formed");
    }

    @Test
    void bytesThatAreNoUtf8AreReportedAtTheirPlace() throws IOException {
        byte[] xml = ("<feed>" + HEAT + "<doc><title>\u00e9</title></doc></feed>")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Path file = Packing.write(folder, "dump.xml", xml);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("dump.xml is not well-formed near line 1, page ");
    }

    @Test
    void anotherDocumentIsNamedByItsRoot() {
        assertRefused("<html><body/></html>", "is not a Wikipedia dump: its root element is <html>");
        assertRefused("<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "it holds no <doc>");
        assertRefused("id,title\n1,Heat\n", "is not a Wikipedia dump");
        assertRefused("<feed/>", "it holds no <doc>");
        assertRefused(" \n", "is not a Wikipedia dump");
    }

    @Test
    void documentTypeDefinitionsAreNeitherExpandedNorFetched() {
        String billion = "<!DOCTYPE feed [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><feed><doc><title>&c;</title></doc></feed>";
        String external =
                "<!DOCTYPE feed [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><feed><doc><title>&a;</title></doc>"
                        + "</feed>";
        for (String xml : List.of(billion, external, "<!DOCTYPE feed SYSTEM \"http://localhost:1/x.dtd\"><feed/>")) {
            assertRefused(xml, "document type definition (DTD), which is not accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jaimeagudo_small.xml",
                "najmabad_enwiki-latest-abstract-test.xml",
                "pguardati_wikipedia_test_set.xml"
            })
    void trueExcerptsAreReadWhole(String name) throws IOException {
        Read read = read(SharedData.require("samples/abstracts/" + name));
        assertThat(read.rejections()).isEmpty();
        assertThat(read.pages()).isNotEmpty().allSatisfy(page -> {
            assertThat(page.title()).doesNotStartWith("Wikipedia:");
            assertThat(page.url()).startsWith("http");
            assertThat(page.sections()).isNotEmpty();
        });
    }

    @Test
    void aLargeDumpIsReadWhole() throws IOException {
        Read read = read(SharedData.require("wikipedia/enwiki-abstract.xml.gz"));
        assertThat(read.pages().size() + read.rejections().size()).isEqualTo(118_384);
    }
}
