package io.marquee.ingest.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpPartsTest {

    private static final String ARTICLES = "/dumps/enwiki-20261101-pages-articles-multistream";
    private static final String ABSTRACT = "https://mirror.example/enwiki-latest-abstract";

    @ParameterizedTest
    @CsvSource({
        // Whole, in any order; two files may share a number.
        "1.xml-p1p40.bz2 2.xml-p41p99.bz2, ",
        "2.xml-p41p99.bz2 1.xml-p1p40.bz2, ",
        "1.xml-p1p40.bz2 1.xml-p41p60.bz2 2.xml-p61p99.bz2, ",
        ".xml.bz2, ",
        "1.xml-p1p40.bz2, ",
        "1.xml.bz2 2.xml-p41p99.bz2, ",
        "20261101.xml.bz2, ",
        "99999999999.xml-p1p99999999999999999999.bz2, ",
        // Not whole.
        "1.xml-p1p40.bz2 3.xml-p100p150.bz2, part 2 of enwiki-20261101-pages-articles-multistream",
        "2.xml-p41p99.bz2, part 1 of enwiki-20261101-pages-articles-multistream",
        "1.xml-p1p40.bz2 2.xml-p61p99.bz2, pages 41 to 60 of enwiki-20261101-pages-articles-multistream",
    })
    void aGapInNumbersOrPagesIsSeen(String parts, String missing) {
        List<String> locations =
                List.of(parts.split(" ")).stream().map(part -> ARTICLES + part).toList();

        assertThat(DumpParts.missing(locations, List.of())).isEqualTo(Optional.ofNullable(missing));
    }

    @Test
    void aPartThatTheRunBeforeHadIsMissed() {
        List<String> before = List.of(ABSTRACT + "1.xml.gz", ABSTRACT + "2.xml.gz");

        assertThat(DumpParts.missing(List.of(ABSTRACT + "1.xml.gz"), before))
                .contains("part 2 of enwiki-latest-abstract, which the run before had");
        assertThat(DumpParts.missing(before, List.of(ABSTRACT + "1.xml.gz"))).isEmpty();
    }

    @Test
    void aFileThatSharesItsNumberWithAnotherIsMissed() {
        List<String> before = List.of(ARTICLES + "1.xml-p1p40.bz2", ARTICLES + "1.xml-p41p60.bz2");

        assertThat(DumpParts.missing(List.of(ARTICLES + "1.xml-p1p40.bz2"), before))
                .contains("part 1 of enwiki-20261101-pages-articles-multistream with the pages 41 to 60, which the run"
                        + " before had");
        assertThat(DumpParts.missing(List.of(ARTICLES + "1.xml-p1p30.bz2", ARTICLES + "1.xml-p31p60.bz2"), before))
                .as("divided in another way")
                .isEmpty();
    }

    @Test
    void anotherEditionMayHaveFewerParts() {
        assertThat(DumpParts.missing(
                        List.of("enwiki-20261101-pages-articles1.xml.bz2"),
                        List.of("enwiki-20261001-pages-articles1.xml.bz2", "enwiki-20261001-pages-articles2.xml.bz2")))
                .isEmpty();
    }

    @Test
    void filesWithNamesOfTheirOwnAreNoParts() {
        assertThat(DumpParts.missing(List.of("pages2.xml", "part-3.xml.gz"), List.of()))
                .isEmpty();
    }
}
