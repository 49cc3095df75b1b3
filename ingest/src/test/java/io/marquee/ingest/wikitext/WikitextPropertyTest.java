package io.marquee.ingest.wikitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.marquee.ingest.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WikitextPropertyTest {

    /** What the processor takes for no abstract, and where it ends one. */
    private static final Pattern DEBRIS = Pattern.compile(
            "\\|.*=|\\{\\{|\\}|\\[\\[|\\]\\]|<ref|thumb\\||\\d+px|^\\s*[|!#*{]|\\b(?:may|can|could) (?:also )?refer to\\b"
                    + "|^REDIRECT\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<![A-Z])(?<!\\b(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|vs|No))[.!?][\"'”’)\\]]*(?=\\s|$)");

    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

    @Property
    void anyTextIsRead(@ForAll String source) {
        assertReadable(source);
    }

    @Property(tries = 3000)
    void anyMarkupIsRead(@ForAll("markup") String source) {
        assertReadable(source);
    }

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{{",
                "}}",
                "[[",
                "]]",
                "[http://a",
                "]",
                "{|",
                "|}",
                "|",
                "=",
                "==",
                "\n",
                "\n\n",
                "''",
                "'''",
                "<ref>",
                "</ref>",
                "<ref name=a/>",
                "<!--",
                "-->",
                "<nowiki>",
                "</nowiki>",
                "<br>",
                "<math>",
                "</math>",
                "<",
                ">",
                "(",
                ")",
                ";",
                ",",
                ". ",
                ".",
                "! ",
                " ",
                "* ",
                "# ",
                "&amp;",
                "&#123;",
                "&lt;ref",
                "&nbsp;",
                "Dusk is a film. ",
                "It was St. ",
                "U.S. ",
                "12px ",
                "may refer to ",
                "Infobox film",
                "released=1995",
                "starring=Al Lee",
                "name",
                "File:",
                "Category:",
                "lang|fr|",
                "nowrap|",
                "convert|1|to|",
                "imdb|5",
                "cite web|",
                "Short description|",
                "IPA|",
                "ubl|",
                "__NOTOC__",
                "\uE000",
                "\uE17B");
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    private static void assertReadable(String source) {
        String lead = Wikitext.lead(source);
        if (lead == null) {
            return;
        }
        assertThat(DEBRIS.matcher(lead).find()).as(lead).isFalse();
        assertThat(lead).isEqualTo(lead.replaceAll("\\s+", " ").strip()).hasSizeLessThanOrEqualTo(1000);
        Matcher ends = SENTENCE_END.matcher(lead);
        int last = -1;
        while (ends.find()) {
            last = ends.end();
        }
        assertThat(last).as(lead).isEqualTo(lead.length());
        assertThat(lead).doesNotContain("()", "( ", " ,", "  ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{",
                "}}",
                "[[",
                "]]",
                "<ref",
                "<ref>",
                "<ref>a</ref",
                "<",
                "<!--",
                "<nowiki>",
                "'''",
                "''",
                "'",
                "(",
                "()",
                ")",
                "==",
                "\n==",
                "\n= =\n",
                "{|",
                "\n{|",
                "|",
                "&",
                "&amp;",
                "[http:",
                "[//imdb.com/title/tt",
                "{{imdb|",
                "{{imdb|5}}",
                "{{cite web|",
                "[[Category:",
                "[[Category:a",
                "{{Short description|",
                "{{Infobox film|released=",
                "{{nowrap|",
                "{{a|b=",
                "{{nowrap|a}}",
                "[[a|",
                "a. ",
                "\nA is b.\n",
                "\n* ",
                "__A",
                ". ",
                " ",
                "\n",
                "{{Infobox film|starring={{ubl|",
                "{{{",
                "a, ",
                " and ",
                "|name=a",
                "|1995",
                "<br>",
                "<a ",
                ".)",
                "\n    {|"
            })
    void itTakesNoLongerThanItsLength(String piece) {
        String source = piece.repeat(300_000 / piece.length());
        // Were it quadratic it would take minutes; a busy machine may take seconds.
        Duration limit = Duration.ofSeconds(10);
        assertTimeoutPreemptively(limit, () -> Wikitext.lead(source));
        assertTimeoutPreemptively(limit, () -> Wikitext.lead("It is " + source + " so."));
        assertTimeoutPreemptively(limit, () -> Wikitext.read("{{Infobox film|starring=" + source + "|name=x}}"));
        assertTimeoutPreemptively(limit, () -> Wikitext.read("{{convert|" + source.replace('=', '|') + "}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{nowrap|", "[[a|", "{{Infobox film|starring={{ubl|", "{{lang-fr|"})
    void nestingThatIsClosedTakesNoLongerThanItsLength(String open) {
        String close = open.startsWith("[") ? "]]" : "}}";
        String source = open.repeat(100_000) + "x" + close.repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(4), () -> Wikitext.read(source));
    }

    @Test
    void leadsOfTrueArticlesAreFreeOfDebris() throws IOException {
        List<String> articles = List.of(
                "dbpedia_minidump_en_wiki.xml.bz2",
                "dumpster-dive_tinywiki-latest-pages-articles.xml",
                "gensim_enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2",
                "gensim_enwiki-table-markup.xml.bz2",
                "mmaracic_simplewiki_test.xml",
                "pignlproc_enwiki-20090902-pages-articles-sample.xml",
                "wikipedia2vec_enwiki-pages-articles-sample.xml.bz2");
        int leads = 0;
        int read = 0;
        for (String name : articles) {
            Matcher texts = TEXT.matcher(unpacked(SharedData.require("samples/pages/" + name)));
            while (texts.find()) {
                String source = unescaped(texts.group(1));
                assertReadable(source);
                if (!source.startsWith("#")) {
                    read++;
                    leads += Wikitext.lead(source) == null ? 0 : 1;
                }
            }
        }
        assertThat(read).isGreaterThan(150);
        assertThat(leads).isGreaterThan(read * 9 / 10);
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            boolean packed = file.toString().endsWith(".bz2");
            InputStream text = packed ? new BZip2CompressorInputStream(stream, true) : stream;
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
