package io.marquee.ingest.wikitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WikitextFactsTest {

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("==Plot==\n=== Cast ===\nx\n====A [[b|c]] ''d''====  ", List.of("Plot", "Cast", "A c d")),
                Arguments.of("x\n== Plot == <!-- y -->\n<!--\n== No ==\n-->", List.of("Plot")),
                Arguments.of("<nowiki>\n== No ==\n</nowiki>", List.of()),
                Arguments.of("= No =\nx == No ==\n== No\n====\n==  ==", List.of()),
                Arguments.of("{{unclosed\n== Plot ==\n== A = B ==", List.of("Plot", "A = B")));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void sectionsAreTheHeadings(String source, List<String> sections) {
        assertThat(Wikitext.read(source).sections()).isEqualTo(sections);
    }

    static Stream<Arguments> categories() {
        return Stream.of(
                Arguments.of(
                        "[[Category:1995 films|Heat]]\n[[category: films_of war ]]",
                        List.of("1995 films", "Films of war")),
                Arguments.of("[[ CATEGORY : War]] [[Category:War]]", List.of("War")),
                Arguments.of("[[:Category:War]] <!--[[Category:A]]--> <nowiki>[[Category:B]]</nowiki>", List.of()),
                Arguments.of("[[Category:A", List.of()),
                Arguments.of("[[Category:]] [[Categories:A]]", List.of()));
    }

    @ParameterizedTest
    @MethodSource("categories")
    void categoriesAreThoseOfTheArticle(String source, List<String> categories) {
        assertThat(Wikitext.read(source).categories()).isEqualTo(categories);
    }

    static Stream<Arguments> ids() {
        return Stream.of(
                Arguments.of("{{IMDb title|0113277|Heat}}", List.of("tt0113277")),
                Arguments.of("{{IMDb title|id=0113277|title=Heat}}", List.of("tt0113277")),
                Arguments.of("{{imdb_title|1=tt0113277}}", List.of("tt0113277")),
                Arguments.of("{{IMDb film| 113277 }} {{IMDB Movie|1|x}}", List.of("tt0113277", "tt0000001")),
                Arguments.of("{{imdb|0113277}} {{Imdb title|tt0113277/}}", List.of("tt0113277")),
                Arguments.of("{{imdb|12345678}}", List.of("tt12345678")),
                Arguments.of("[https://www.imdb.com/title/tt0113277/ Heat]", List.of("tt0113277")),
                Arguments.of("[http://imdb.com/title/tt0000002/fullcredits x]", List.of("tt0000002")),
                Arguments.of(
                        "[//m.imdb.com/title/tt3] [http://akas.imdb.com/title/tt4?a x]",
                        List.of("tt0000003", "tt0000004")),
                Arguments.of("{{Infobox film| imdb_id = 0113277 }}", List.of("tt0113277")),
                Arguments.of("{{Infobox film\n| imdb = tt0113277\n}}", List.of("tt0113277")),
                Arguments.of("{{reflist}}\n{{cite web|url=x}} {{imdb|5}}", List.of("tt0000005")),
                Arguments.of("{{cite web|x\n== A ==\n{{imdb|5}}", List.of("tt0000005")),
                Arguments.of("{{IMDb title}} {{IMDb title|Heat}} {{IMDb name|5}} {{IMDb company|5}}", List.of()),
                Arguments.of("<ref>{{imdb|5}} [http://imdb.com/title/tt5 x]</ref> <!-- {{imdb|5}} -->", List.of()),
                Arguments.of("{{cite web|a=[http://imdb.com/title/tt5 x]|b={{imdb|5}}}}", List.of()),
                Arguments.of(
                        "<nowiki>{{imdb|5}}</nowiki> [http://imdb.com/name/nm5 x] [http://aimdb.com/title/tt5]",
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void imdbIdsAreThoseThatTheArticleGivesAsItsOwn(String source, List<String> ids) {
        assertThat(Wikitext.read(source).imdbIds()).isEqualTo(ids);
    }

    static Stream<Arguments> descriptions() {
        return Stream.of(
                Arguments.of("{{Short description|A [[film]] by Lee}}\nx", "A film by Lee"),
                Arguments.of("{{short_description|1= A film }} {{Short description|x}}", "A film"),
                Arguments.of("{{SHORT DESCRIPTION|None}}", null),
                Arguments.of("{{Short description|}}", null),
                Arguments.of("{{Short description|x", null),
                Arguments.of("<!-- {{Short description|x}} -->", null));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void theShortDescriptionIsThatOfItsTemplate(String source, String description) {
        assertThat(Wikitext.read(source).shortDescription()).isEqualTo(description);
    }

    @Test
    void thereAreNoMoreThanAPageMayHave() {
        StringBuilder source = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            source.append("\n== S ")
                    .append(i)
                    .append(" ==\n{{imdb|")
                    .append(i)
                    .append("}}[[Category:C ")
                    .append(i)
                    .append("]]");
        }
        Article article = Wikitext.read(source.toString());
        assertThat(article.sections()).hasSize(50);
        assertThat(article.categories()).hasSize(100);
        assertThat(article.imdbIds()).hasSize(10);
    }
}
