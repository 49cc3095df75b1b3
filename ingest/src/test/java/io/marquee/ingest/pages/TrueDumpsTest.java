package io.marquee.ingest.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.SharedData;
import io.marquee.ingest.pages.Dumps.Read;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** True dumps and excerpts: as many pages come as a plain search for their elements finds. */
class TrueDumpsTest {

    private static final String CUT_OFF = "samples/pages/mmaracic_simplewiki_test.xml";

    @ParameterizedTest
    @CsvSource({
        "samples/abstracts/jaimeagudo_small.xml,<doc>,0",
        "samples/abstracts/najmabad_enwiki-latest-abstract-test.xml,<doc>,0",
        "samples/abstracts/pguardati_wikipedia_test_set.xml,<doc>,0",
        "samples/pages/dbpedia_minidump_en_wiki.xml.bz2,<page>,2",
        "samples/pages/dumpster-dive_tinywiki-latest-pages-articles.xml,<page>,1",
        "samples/pages/gensim_enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2,<page>,99",
        "samples/pages/gensim_enwiki-table-markup.xml.bz2,<page>,0",
        "samples/pages/pignlproc_enwiki-20090902-pages-articles-sample.xml,<page>,2",
        "samples/pages/wikipedia2vec_enwiki-pages-articles-sample.xml.bz2,<page>,1"
    })
    void everyPageOfATrueExcerptIsHandedOver(String name, String element, int redirects) throws IOException {
        Path file = SharedData.require(name);
        for (int threads : new int[] {1, 3}) {
            Read read = Dumps.read(file, threads);
            assertThat(read.rejections()).isEmpty();
            assertThat(read.pages()).hasSize(count(file, element));
            assertThat(read.pages().stream().filter(page -> page.redirect() != null))
                    .hasSize(redirects);
            assertThat(read.pages())
                    .allMatch(page -> page.url() == null || page.url().startsWith("http"));
        }
    }

    @Test
    void theExcerptThatIsCutOffIsReportedAtItsLastPage() {
        Path file = SharedData.require(CUT_OFF);
        assertThatThrownBy(() -> Dumps.read(file, 2))
                .hasMessage(
                        "mmaracic_simplewiki_test.xml is cut off near line 1001, page 8, in the page 'Alan Turing': "
                                + "fetch it again");
    }

    private static int count(Path file, String element) throws IOException {
        int count = 0;
        try (InputStream in = open(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (int at = line.indexOf(element); at >= 0; at = line.indexOf(element, at + 1)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".bz2") ? new BZip2CompressorInputStream(in, true) : in;
    }
}
