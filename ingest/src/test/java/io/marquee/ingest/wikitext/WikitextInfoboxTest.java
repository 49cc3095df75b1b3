package io.marquee.ingest.wikitext;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.Infobox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WikitextInfoboxTest {

    private static Infobox box(String fields) {
        return Wikitext.read("{{Infobox film\n" + fields + "\n}}\n'''Dusk''' is a film.")
                .infobox();
    }

    @ParameterizedTest
    @CsvSource({
        "Infobox film, film",
        "infobox_Film, film",
        "INFOBOX Film Awards , film awards",
        " infobox television<!-- x -->, television",
        "Infobox, ''"
    })
    void theKindIsWhatTheBoxIsFor(String name, String kind) {
        assertThat(Wikitext.read("{{" + name + "\n|a=b}}").infobox().kind()).isEqualTo(kind);
    }

    @Test
    void theFirstBoxOfTheLeadCounts() {
        assertThat(Wikitext.read("{{a|b}}{{Infobox book|name=X}}{{Infobox film}}")
                        .infobox()
                        .kind())
                .isEqualTo("book");
        assertThat(Wikitext.read("It is.\n== Film ==\n{{Infobox film}}").infobox())
                .isNull();
        assertThat(Wikitext.read("<!-- {{Infobox film}} --> <nowiki>{{Infobox film}}</nowiki>")
                        .infobox())
                .isNull();
    }

    @Test
    void fieldsMayHoldTemplatesLinksAndReferencesWithBars() {
        Infobox box = box(
                "| Name = ''Dusk''<ref>{{a|name=x}}</ref>\n| image={{b|c=[[d|name=e]]}}|director=[[Al Lee|A. Lee]]\n"
                        + "|Release Date=1995");
        assertThat(box).isEqualTo(new Infobox("film", "Dusk", List.of(1995), List.of("A. Lee"), List.of()));
    }

    @Test
    void aBoxThatIsNotClosedGoesAsFarAsItGoes() {
        Article article = Wikitext.read(
                "{{Infobox film\n| name = Dusk\n| director = Al Lee\n\n'''Dusk''' is a film.\n== Plot ==");
        assertThat(article.infobox()).isEqualTo(new Infobox("film", "Dusk", List.of(), List.of("Al Lee"), List.of()));
        assertThat(article.lead()).isEqualTo("Dusk is a film.");
    }

    static Stream<Arguments> years() {
        return Stream.of(
                Arguments.of("{{Film date|1995|12|15|[[Rome]]|1996|1|5|ref1=<ref>1999</ref>}}", List.of(1995, 1996)),
                Arguments.of("{{Film date|df=y|1995|2|1}}", List.of(1995)),
                Arguments.of("{{Start date|1995|12|15}}", List.of(1995)),
                Arguments.of("{{release date|1995}} {{dts|1996|1|1}}", List.of(1995, 1996)),
                Arguments.of("December 15, 1995 (US)<br>[[1996 in film|1996]]", List.of(1995, 1996)),
                Arguments.of("1995-12-15, 1995–97", List.of(1995)),
                Arguments.of("{{cite web|year=1999}} [http://a.org/2000/ 1995] x2001 12345 1869 2101", List.of(1995)),
                Arguments.of("1991 1992 1993 1994 1995 1996 1997", List.of(1991, 1992, 1993, 1994, 1995, 1996)),
                Arguments.of("soon", List.of()));
    }

    @ParameterizedTest
    @MethodSource("years")
    void yearsAreThoseOfTheShowings(String released, List<Integer> years) {
        assertThat(box("| released = " + released).years()).isEqualTo(years);
        assertThat(box("| first_aired = " + released).years()).isEqualTo(years);
    }

    static Stream<Arguments> people() {
        List<String> both = List.of("Al Lee", "Jo Roe");
        return Stream.of(
                Arguments.of("Al Lee", List.of("Al Lee")),
                Arguments.of("{{ubl|[[Al Lee]]|[[Jo Roe (actor)|Jo Roe]]}}", both),
                Arguments.of("{{Unbulleted list|class=x|Al Lee|Jo Roe}}", both),
                Arguments.of("{{plainlist|\n* [[Al Lee]]\n* Jo Roe<ref>x</ref>\n}}", both),
                Arguments.of("{{Plainlist}}\n* Al Lee\n* Jo Roe\n{{Endplainlist}}", both),
                Arguments.of("{{hlist|Al Lee|{{nowrap|Jo Roe}}}}", both),
                Arguments.of("[[Al Lee]]<br />Jo Roe<br>", both),
                Arguments.of("\n* Al Lee\n* Jo Roe (segment \"Dawn\")", both),
                Arguments.of("[[Al Lee]], Jo Roe", both),
                Arguments.of("[[Al Lee]] and [[Jo Roe]]", both),
                Arguments.of("Al and Jo Roe", List.of("Al and Jo Roe")),
                Arguments.of("Al Lee, Jr., Jo Roe", List.of("Al Lee, Jr.", "Jo Roe")),
                Arguments.of("'''Dawn:'''<br>Al Lee<br>Jo Roe", both),
                Arguments.of("<!-- nobody -->", List.of()),
                Arguments.of("{{ubl|Al Lee|{{unclosed}}", List.of("Al Lee")));
    }

    @ParameterizedTest
    @MethodSource("people")
    void peopleAreReadFromEveryKindOfList(String field, List<String> names) {
        assertThat(box("| starring = " + field).starring()).isEqualTo(names);
        assertThat(box("| director = " + field + "\n| music = Bo Poe").directors())
                .isEqualTo(names);
    }
}
