package io.marquee.ingest.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.Packing;
import io.marquee.ingest.pages.Dumps.Read;
import io.marquee.records.Page;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a MediaWiki export says, and what of it is handed over. */
class MediaWikiReaderTest {

    private static final String WIKI = "https://en.wikipedia.org/wiki/";

    @TempDir
    private Path folder;

    private Read read(String xml) throws IOException {
        return Dumps.read(Packing.write(folder, "dump.xml", xml), 2);
    }

    private Page only(String page) throws IOException {
        return read(Dumps.HEAD + page + Dumps.TAIL).pages().get(0);
    }

    private static Page bare(String title, String url) {
        return new Page(title, url, null, List.of());
    }

    private void assertRefused(String xml, String... parts) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("dump.xml ")
                .hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.4", "0.5", "0.6", "0.9", "0.10", "0.11"})
    void everyVersionIsRead(String version) throws IOException {
        String xml = Dumps.xml(List.of(Dumps.page("Heat", "0", "text"), Dumps.page("Alien", "0", "text")))
                .replace("0.11", version);
        assertThat(read(xml).pages()).extracting(Page::title).containsExactly("Heat", "Alien");
    }

    @Test
    void withoutSiteinfoAPageIsAnArticleOfTheEnglishWikipedia() throws IOException {
        String xml = "<mediawiki>" + Dumps.page("Talk: Heat", "0", "text").replace("<ns>0</ns>", "") + "</mediawiki>";
        assertThat(read(xml).pages()).containsExactly(bare("Talk: Heat", WIKI + "Talk:_Heat"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heat (1995 film)|Heat_(1995_film)",
                "Amélie|Am%C3%A9lie",
                "What's Up, Doc?|What%27s_Up,_Doc%3F",
                "AC/DC: 100% *~@$;!|AC/DC:_100%25_*~@$;!",
                "A+B &amp; C=D|A%2BB_%26_C%3DD",
                "😀|%F0%9F%98%80",
            })
    void theAddressIsWrittenAsMediaWikiDoes(String title, String address) throws IOException {
        assertThat(only(Dumps.page(title, "0", "text")).url()).isEqualTo(WIKI + address);
    }

    @Test
    void theAddressIsThatOfTheDumpsWiki() throws IOException {
        String xml = Dumps.xml(List.of(Dumps.page("Hitze", "0", "Text")));
        assertThat(read(xml.replace("https://en.wikipedia.org/wiki/Main_Page", "http://de.wikipedia.org/wiki/W:Haupt"))
                        .pages())
                .extracting(Page::url)
                .containsExactly("http://de.wikipedia.org/wiki/Hitze");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#REDIRECT [[Heat (1995 film)]];Heat (1995 film)",
                "#redirect[[heat_(1995_film)]] {{R from move}};Heat (1995 film)",
                "#Redirect : [[ :Heat|the film ]];Heat",
                "'\n #REDIRECT [[éclair]]';Éclair",
            })
    void aRedirectOfAnOlderDumpIsReadOffItsText(String text, String target) throws IOException {
        assertThat(only(Dumps.page("Hot", "0", text))).isEqualTo(Page.redirect("Hot", WIKI + "Hot", target));
        String bareElement = Dumps.page("Hot", "0", text).replace("<id>1</id>", "<redirect />");
        assertThat(only(bareElement)).isEqualTo(Page.redirect("Hot", WIKI + "Hot", target));
    }

    @Test
    void aRedirectIsReadOffItsElement() throws IOException {
        String page = Dumps.page("Hot", "0", "#WEITERLEITUNG [[Heat &amp; dust]]")
                .replace("<id>1</id>", "<redirect title=\"Heat &amp; dust\" />");
        assertThat(only(page)).isEqualTo(Page.redirect("Hot", WIKI + "Hot", "Heat & dust"));
        String withoutText = page.replaceAll("<text.*</text>", "<text bytes=\"9\" />");
        assertThat(only(withoutText)).isEqualTo(Page.redirect("Hot", WIKI + "Hot", "Heat & dust"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#REDIRECT [[Heat#Plot]]",
                "#REDIRECT [[#Plot]]",
                "#REDIRECT [[]]",
                "#REDIRECT [[Talk:Heat]]",
                "#REDIRECT [[:category: Films]]"
            })
    void aRedirectToASectionOrToNoArticleIsAPageByItsTitleAlone(String text) throws IOException {
        assertThat(only(Dumps.page("Hot", "0", text))).isEqualTo(Dumps.otherPage("Hot"));
    }

    @Test
    void aSectionIsToldByTheTextWhereTheElementLeavesItOut() throws IOException {
        String page = Dumps.page("Hot", "0", "#WEITERLEITUNG [[Heat#Plot|words]]")
                .replace("<id>1</id>", "<redirect title=\"Heat\" />");
        assertThat(only(page)).isEqualTo(Dumps.otherPage("Hot"));
    }

    @Test
    void aWordOfRedirectingWithinATextIsNone() throws IOException {
        assertThat(only(Dumps.page("Hot", "0", "See #REDIRECT [[Heat]]")).redirect())
                .isNull();
    }

    @Test
    void theTargetKeepsItsCaseWhereTheWikiDoes() throws IOException {
        String xml = Dumps.xml(List.of(Dumps.page("Hot", "0", "#REDIRECT [[heat]]")));
        assertThat(read(xml.replace("<case>first-letter", "<case>case-sensitive"))
                        .pages())
                .extracting(Page::redirect)
                .containsExactly("heat");
    }

    @Test
    void pagesOfOtherNamespacesAreHandedOverByTitleWithTheNumberOrWithoutIt() throws IOException {
        String talk = Dumps.page("Talk:Hot", "1", "#REDIRECT [[Heat]]");
        assertThat(only(talk)).isEqualTo(Dumps.otherPage("Talk:Hot"));
        assertThat(only(talk.replace("<ns>1</ns>", ""))).isEqualTo(Dumps.otherPage("Talk:Hot"));
        String colon = Dumps.page("Alien: Hot", "0", "#REDIRECT [[Heat]]").replace("<ns>0</ns>", "");
        assertThat(only(colon).redirect()).isEqualTo("Heat");
    }

    @Test
    void ofSeveralRevisionsTheLastCounts() throws IOException {
        String page = Dumps.page("Hot", "0", "#REDIRECT [[Cold]]")
                .replace("  </page>", Dumps.revision("#REDIRECT [[Heat]]") + "  </page>");
        assertThat(only(page).redirect()).isEqualTo("Heat");
    }

    @Test
    void elementsMayComeInAnyOrderAndOthersAreSkipped() throws IOException {
        String page = "<page><revision><text>#REDIRECT [[Heat]]</text></revision><upload><title>x</title></upload>"
                + "<!-- </page> --><ns>0</ns><title><![CDATA[Hot</page>]]></title></page>";
        assertThat(only(page)).isEqualTo(Page.redirect("Hot</page>", WIKI + "Hot%3C/page%3E", "Heat"));
    }

    @Test
    void aPageWithoutTitleIsRejectedAtItsNumber() throws IOException {
        Read read = read(Dumps.xml(List.of(Dumps.page("Hot", "0", "text"), "<page><ns>0</ns></page>", "<page/>")));
        assertThat(read.pages()).hasSize(1);
        assertThat(read.rejections())
                .containsExactly(
                        "dump.xml page 2 'null': the title is missing", "dump.xml page 3 'null': the title is missing");
    }

    @Test
    void aTextThatDoesNotEndIsRejectedAndDoesNotFillTheMemory() throws IOException {
        Read read = read(
                Dumps.xml(List.of(Dumps.page("Long", "0", "x".repeat(8_100_000)), Dumps.page("Hot", "0", "text"))));
        assertThat(read.rejections())
                .containsExactly("dump.xml page 1 'Long': its text has more than 8000000 characters");
        assertThat(read.places()).containsExactly("dump.xml page 2");
    }

    @Test
    void aPageThatDoesNotEndIsRejectedByNameAndThoseAroundItAreRead() throws IOException {
        String endless = Dumps.revision("words\n".repeat(100_000)).repeat(40);
        String page = Dumps.page("Long &amp; longer", "0", "text").replace("  </page>", endless + "  </page>");
        Read read = read(Dumps.xml(List.of(Dumps.page("Heat", "0", "text"), page, Dumps.page("Hot", "0", "text"))));
        assertThat(read.rejections())
                .containsExactly("dump.xml page 2 'Long & longer': it has more than 16777216 bytes of XML");
        assertThat(read.places()).containsExactly("dump.xml page 1", "dump.xml page 3");
    }

    @Test
    void whatIsNotWellFormedIsToldAfterThePagesBeforeIt() throws IOException {
        String heat = Dumps.page("Heat", "0", "text");
        String hot = Dumps.page("Hot", "0", "text");
        assertRefused(
                Dumps.xml(List.of(heat, hot.replace("</title>", "</titel>"))),
                "is not well-formed near line 24, page 2, after the page 'Heat'",
                "fetch it again");
        assertRefused(
                Dumps.xml(List.of(heat, hot.replace("text</text>", "a & b</text>"))), "page 2, in the page 'Hot'");
        assertRefused(Dumps.xml(List.of(heat, hot.replace("text</text>", "&none;</text>"))), "page 2", "none");
        assertRefused(Dumps.xml(List.of(heat, hot.replace("</page>", ""))), "is cut off", "page 2, in the page 'Hot'");
        assertRefused(Dumps.xml(List.of(heat.replace("</page>", ""), hot)), "is not well-formed", "page 1");
    }

    @Test
    void whatSurroundsThePagesIsHeldToBeWellFormedToo() {
        String page = Dumps.page("Heat", "0", "text");
        assertRefused(Dumps.HEAD + page, "is cut off near line 23, page 1, after the page 'Heat'");
        assertRefused(Dumps.HEAD + page + "</media", "is cut off near line 23");
        assertRefused(Dumps.HEAD + page + "</mediawikis>", "dump.xml is ");
        assertRefused(Dumps.HEAD + page + Dumps.TAIL + "junk", "is not well-formed near line 2");
        assertRefused(Dumps.HEAD + page + Dumps.TAIL + Dumps.HEAD + page + Dumps.TAIL, "is not well-formed");
        assertRefused(Dumps.HEAD + page + Dumps.TAIL + page, "is not well-formed", "outside of the root element");
        assertRefused(Dumps.HEAD.replace("</siteinfo>", "") + page + Dumps.TAIL, "dump.xml is ");
        assertRefused(
                Dumps.HEAD + Dumps.TAIL, "is not a MediaWiki export dump: it holds no <page>", "name a Wikipedia");
        assertRefused(Dumps.HEAD.substring(0, 200), "is cut off");
    }

    @Test
    void whatMayStandAroundThePagesDoes() throws IOException {
        String xml = "\ufeff<?xml version='1.0' encoding='utf-8'?>\n<!-- <page> -->" + Dumps.HEAD
                + Dumps.page("Heat", "0", "text") + "<!-- </mediawiki> --><logitem><id>1</id></logitem>"
                + Dumps.page("Hot", "0", "text") + Dumps.TAIL + "<!-- end -->\n";
        assertThat(read(xml).pages()).hasSize(2);
    }

    @Test
    void anotherEncodingIsRefused() {
        assertRefused(
                "<?xml version='1.0' encoding='ISO-8859-1'?>" + Dumps.xml(Dumps.pages(1)),
                "is not well-formed",
                "its encoding is ISO-8859-1");
    }

    @Test
    void theIndexOfADumpIsToldFromTheDump() throws IOException {
        Path index = Packing.write(
                folder,
                "enwiki-latest-pages-articles-multistream-index.txt.bz2",
                Packing.bzip2("600:10:AccessibleComputing\n600:12:Anarchism\n"));
        for (int i = 0; i < 2; i++) {
            boolean probing = i == 0;
            assertThatThrownBy(() -> {
                        if (probing) {
                            new PageSource(io.marquee.ingest.source.Sources.of(index.toString())).probe();
                        } else {
                            Dumps.read(index, 2);
                        }
                    })
                    .isInstanceOf(UserException.class)
                    .hasMessageContainingAll("is the index of a multistream dump", "leave it out");
        }
    }
}
