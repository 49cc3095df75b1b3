package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a source from its beginning on is told before anything is started, so nothing is touched. */
final class SourceErrorsTest {

    private static final String HEADER = "id,title,original_title,release_date,budget,revenue,vote_average,vote_count,"
            + "genres,production_companies\n";
    private static final String FETCH = "fetch it again";
    private static final String NAME_A_DUMP = "name a Wikipedia dump such as "
            + "enwiki-latest-pages-articles-multistream.xml.bz2 or enwiki-latest-abstract.xml.gz";

    @TempDir
    private Path folder;

    private static Stream<Arguments> brokenFilms() throws IOException {
        byte[] noise = new byte[4000];
        new Random(7).nextBytes(noise);
        byte[] zip = zip("movies_metadata.csv", HEADER.repeat(100));
        return Stream.of(
                Arguments.of("noise.zip", noise, "name a file of such a kind"),
                Arguments.of("noise.gz", noise, "name a file of such a kind"),
                Arguments.of("noise.csv", noise, "name a file of such a kind"),
                Arguments.of("noise.bz2", join("BZh9".getBytes(UTF_8), noise), FETCH),
                Arguments.of("damaged.gz", join(new byte[] {0x1f, (byte) 0x8b, 8, 0}, noise), FETCH),
                Arguments.of("text.gz", HEADER.getBytes(UTF_8), "rename it if it is not packed"),
                Arguments.of("others.zip", zip("credits.csv", "a,b\n"), "name the right zip"),
                Arguments.of("cut.zip", Arrays.copyOf(zip, zip.length / 2), FETCH),
                Arguments.of(
                        "costs.csv",
                        (HEADER.replace("budget", "cost") + "1\n").getBytes(UTF_8),
                        "has no column budget: name a movies_metadata.csv"),
                Arguments.of("empty.csv", new byte[0], FETCH),
                Arguments.of("empty.gz", gzip(""), FETCH),
                Arguments.of("header.csv", HEADER.getBytes(UTF_8), "no films: fetch it again"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFilms")
    void filmsThatAreNoneAreToldByNameWithARemedy(String name, byte[] content, String remedy) throws IOException {
        Files.write(folder.resolve(name), content);

        assertRefused(name, remedy, run("--films", folder.resolve(name).toString()));
    }

    private static Stream<Arguments> otherDocuments() {
        return Stream.of(
                Arguments.of("sitemap.xml", "<urlset version='0.11'><page/></urlset>", NAME_A_DUMP),
                Arguments.of("index.txt", "600:10:AccessibleComputing\n600:12:Anarchism\n", "leave it out"),
                Arguments.of("page.html", "<html><body>Not found<br></body></html>", NAME_A_DUMP),
                Arguments.of("doctype.html", "<!DOCTYPE html>\n<html></html>", NAME_A_DUMP),
                Arguments.of("films.csv", HEADER, NAME_A_DUMP),
                Arguments.of("nothing.xml", "", FETCH),
                Arguments.of(
                        "laughs.xml",
                        "<!DOCTYPE feed [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><feed><doc>&b;</doc></feed>",
                        "(DTD), which is not accepted"),
                Arguments.of(
                        "outside.xml",
                        "<?xml version='1.0'?>\n<!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>\n"
                                + "<feed><doc><title>&a;</title></doc></feed>",
                        "(DTD), which is not accepted"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherDocuments")
    void pagesThatAreAnotherDocumentAreToldByNameWithARemedy(String name, String content, String remedy)
            throws IOException {
        Files.writeString(folder.resolve(name), content);

        assertRefused(name, remedy, run("--wikipedia", folder.resolve(name).toString()));
    }

    @Test
    void aFileThatIsNotThereIsToldByNameWithARemedy() {
        assertRefused("films.zip", "check the path", run("--films", folder.resolve("films.zip") + ""));
        assertRefused("pages.xml", "check the path", run("--wikipedia", folder.resolve("pages.xml") + ""));
        assertRefused("is not a file", "name the file itself", run("--films", folder.toString()));
    }

    private Launch run(String option, String location) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("run", "--data-dir", folder.resolve("data").toString(), option, location));
        Path sample = Path.of("sample");
        arguments.addAll(
                option.equals("--films")
                        ? List.of(
                                "--wikipedia",
                                sample.resolve("enwiki-abstract.xml.gz").toString())
                        : List.of("--films", sample.resolve("movies.zip").toString()));
        return Launch.of(Map.of(), arguments.toArray(String[]::new));
    }

    private void assertRefused(String name, String remedy, Launch launch) {
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .singleElement()
                .asString()
                .startsWith("marquee: ")
                .contains(name, remedy);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
