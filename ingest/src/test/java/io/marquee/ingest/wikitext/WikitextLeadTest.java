package io.marquee.ingest.wikitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikitextLeadTest {

    static Stream<Arguments> leads() {
        return Stream.of(
                Arguments.of("'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("{{About|a|b}}\n{{Box|x={{y|z}}\n|w}}\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("{{Box}}'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of(":''For the book, see [[Dusk (book)]].''\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("''For the book, see [[Dusk (book)]].''\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("[[File:A.jpg|thumb|A [[b|c]] d. E f g.]]\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("[[Image:A.jpg|thumb|On a [[b]], by [[c]]]]'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("[[File:A.jpg|by [http://a.org b]]]\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("{| class=x\n| A cell is here.\n|}\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("<!-- It is a book. -->\n'''Dusk''' is<!-- not --> a film.", "Dusk is a film."),
                Arguments.of("'''Dusk''' is a film\n<!-- here -->\nof night.", "Dusk is a film of night."),
                Arguments.of("'''Dusk'''<ref name=a>It is. {{b}}</ref> is a film.<ref name=a />", "Dusk is a film."),
                Arguments.of("<gallery>\nA.jpg|It is a cat.\n</gallery>\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("__NOTOC__\n'''Dusk''' is <nowiki>''a''</nowiki> film.", "Dusk is ''a'' film."),
                Arguments.of("'''Dusk''' is<br />a <small>short</small> film.", "Dusk is a short film."),
                Arguments.of("'''''Dusk''''' and ''Dawn'''s maker met.", "Dusk and Dawn's maker met."),
                Arguments.of(
                        "The [[night|dark]] [[sea]]s, [[Dusk (film)|]] and [[:c:d]] met.",
                        "The dark seas, Dusk and c:d met."),
                Arguments.of("It is [http://a.org their site] and [http://b.org] now.", "It is their site and now."),
                Arguments.of("A&nbsp;man &amp; a&amp;nbsp;cat&ndash;&#65;&#x42; met.", "A man & a cat–AB met."),
                Arguments.of(
                        "'''Dusk''' is a film.\nIt has\nthree parts.\n\nIt won.",
                        "Dusk is a film. It has three parts."),
                Arguments.of("Short.\n\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("'''Dusk''' has parts:\n* one\n* two\n\nIt is a film.", "It is a film."),
                Arguments.of("'''Dusk''' is a film. It has parts:\n* one", "Dusk is a film."),
                Arguments.of("{{Box\n| a = b\n\n'''Dusk''' is a film.", "Dusk is a film."),
                Arguments.of("The sum <math>a</math> is odd.", null),
                Arguments.of("It is odd. The sum <math>a</math> is more.", "It is odd."),
                Arguments.of(
                        "'''Dusk''' is by J. Barney of the U.S. today.", "Dusk is by J. Barney of the U.S. today."),
                Arguments.of("'''Dusk''' is a film. It is from the U.S.", "Dusk is a film."),
                Arguments.of("'''Dusk''' is a film by John B.", null),
                Arguments.of("He said: \"It is so.\"", "He said: \"It is so.\""));
    }

    @ParameterizedTest
    @MethodSource("leads")
    void theLeadIsTheFirstParagraphAsPlainText(String source, String lead) {
        assertThat(Wikitext.lead(source)).isEqualTo(lead);
    }

    static Stream<Arguments> parentheses() {
        return Stream.of(
                Arguments.of("({{IPAc-en|d|ʌ}})", ""),
                Arguments.of("({{lang-fr|Le soir}}; born 1950)", " (born 1950)"),
                Arguments.of("({{lang|fr|Le soir}}, 1950)", " (1950)"),
                Arguments.of("({{zh|s=x}} ; )", ""),
                Arguments.of("({{unknown}})", ""),
                Arguments.of("()", ""),
                Arguments.of("(pronounced ''dask''; born 1950)", " (born 1950)"),
                Arguments.of("({{birth date|1950|5|1}} – 2000)", " (May 1, 1950 – 2000)"),
                Arguments.of("({{unknown}} – 6 March 1982)", " (6 March 1982)"),
                Arguments.of("(''née'' Lee;{{efn|x}} 1950)", " (née Lee; 1950)"),
                Arguments.of("(or ''Dask'')", " (or Dask)"));
    }

    @ParameterizedTest
    @MethodSource("parentheses")
    void parenthesesKeepWhatReads(String source, String kept) {
        assertThat(Wikitext.lead("'''Dusk''' " + source + " is a film.")).isEqualTo("Dusk" + kept + " is a film.");
        assertThat(Wikitext.lead("'''Dusk''' " + source + ", is a film.")).isEqualTo("Dusk" + kept + ", is a film.");
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of("{{nowrap|a b}}", "a b"),
                Arguments.of("{{nowrap|{{small|[[a|b]]}}}}", "b"),
                Arguments.of("{{lang|fr|soir}}", "soir"),
                Arguments.of("{{transl|ja|yoru}}", "yoru"),
                Arguments.of("{{Nihongo|Night|夜|Yoru}}", "Night"),
                Arguments.of("{{convert|1300|km|mi}}", "1,300 km"),
                Arguments.of("{{convert|5|to|10|km2}}", "5 to 10 km²"),
                Arguments.of("{{USD|5}}", "US$5"),
                Arguments.of("{{circa|1995}}", "c. 1995"),
                Arguments.of("{{frac|1|2}}", "1/2"),
                Arguments.of("a{{ndash}}b", "a–b"),
                Arguments.of("Lee{{'}}s", "Lee's"),
                Arguments.of("{{\"|so}}", "\"so\""),
                Arguments.of("{{abbr|x|yes}}", "x"),
                Arguments.of("{{as of|2012|5|lc=y}}", "as of May 2012"),
                Arguments.of("{{start date|1995|12|15|df=y}}", "15 December 1995"),
                Arguments.of("{{HMS|Dusk|1806}}", "HMS Dusk"),
                Arguments.of("{{1=x}}y", "y"),
                Arguments.of("a {{unknown|x}} b", "a b"),
                Arguments.of("a{{efn|x}}, b", "a, b"),
                Arguments.of("a {{unknown}}, b", "a, b"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesWithinASentenceSayTheirTextOrNothing(String source, String text) {
        assertThat(Wikitext.lead("It was " + source + " then.")).isEqualTo("It was " + text + " then.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#REDIRECT [[Dusk]]",
                "'''Dusk''' may refer to:\n* [[Dusk (film)]], a film.",
                "'''Dusk''' could also refer to a film.\n\nIt is a film.",
                "'''Dusk''' is {{unclosed a film.\n\nIt is a film.",
                "'''Dusk''' is [[unclosed a film.",
                "'''Dusk''' is <ref>a film.",
                "'''Dusk''' is | name = a film.",
                "'''Dusk''' is a 300px film.",
                "* Dusk is a film.",
                "| name = Dusk is.",
                "'''Dusk''' without an end",
                "== Plot ==\nIt is a film."
            })
    void whatIsDamagedOrNoSentenceIsNoLead(String source) {
        assertThat(Wikitext.lead(source)).isNull();
    }

    @Test
    void aLongParagraphIsCutAfterASentence() {
        String sentence = "Mr. Lee of St. Mary (a town. There) met J. Roe and his cat in the U.S. last year. ";
        String lead = Wikitext.lead(sentence.repeat(30));
        assertThat(lead).hasSizeBetween(900, 1000).endsWith("last year.");
    }
}
