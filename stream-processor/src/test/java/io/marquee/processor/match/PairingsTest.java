package io.marquee.processor.match;

import static io.marquee.processor.Samples.film;
import static io.marquee.processor.Samples.filmPage;
import static io.marquee.processor.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.join.TitleGroup;
import io.marquee.processor.pages.Alias;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.PageReading;
import io.marquee.records.Film;
import io.marquee.records.Infobox;
import io.marquee.records.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PairingsTest {

    private static final Film HEAT = film(949, "Heat", 1995, 60_000_000, 187_436_818);
    private static final Page YEARLESS = page("Heat", "| screenplay =", "Plot", "Cast");

    @Test
    void thePageWithTheFilmsYearIsChosen() {
        assertThat(chosen(HEAT, filmPage("Heat (1986 film)", 1986), filmPage("Heat (1995 film)", 1995)))
                .contains("Heat (1995 film)");
    }

    @Test
    void aYearApartIsTheSameFilmButAnExactYearIsBetter() {
        assertThat(chosen(HEAT, filmPage("Heat (1996 film)", 1996))).contains("Heat (1996 film)");
        assertThat(chosen(HEAT, filmPage("Heat (1996 film)", 1996), filmPage("Heat (1995 film)", 1995)))
                .contains("Heat (1995 film)");
    }

    @Test
    void aFilmOfAnotherTimeIsNoLink() {
        assertThat(chosen(HEAT, filmPage("Heat (1972 film)", 1972))).isEmpty();
        assertThat(chosen(HEAT, filmPage("Heat", 1972))).isEmpty();
    }

    @Test
    void theSuffixFilmIsTakenBeforeThePlainTitle() {
        assertThat(chosen(HEAT, page("Heat (film)", "| music =", "Plot"), page("Heat", "| music =", "Plot")))
                .contains("Heat (film)");
    }

    @Test
    void aPageThatSpellsTheTitleAsTheFilmDoesIsTakenFirst() {
        Film film = film(8078, "Alien: Again", 1997, 1, 1);

        assertThat(chosen(film, filmPage("Alien Again", 1997), filmPage("Alien: Again", 1997)))
                .contains("Alien: Again");
    }

    @Test
    void theSameImdbIdDecidesWhateverTheTitlesSay() {
        assertThat(chosen(HEAT, article("Hitze", 1995, "tt0000949"), filmPage("Heat (1995 film)", 1995)))
                .contains("Hitze");
    }

    @Test
    void anotherImdbIdIsAnotherFilm() {
        assertThat(chosen(HEAT, article("Heat", 1995, "tt0000001"))).isEmpty();
    }

    @Test
    void aRedirectsTitleIsANameOfItsPageWithItsYear() {
        CandidatePage moved = read(page("Heat (Nobody film)", "| screenplay =", "Plot", "Cast"));
        FilmName name = FilmName.of(HEAT)
                .by(new Alias("Heat (1995 film)", Alias.Way.REDIRECT, "Heat (Nobody film)"))
                .orElseThrow();
        FilmName other = FilmName.of(HEAT)
                .by(new Alias("Heat (1986 film)", Alias.Way.REDIRECT, "Heat (Nobody film)"))
                .orElseThrow();

        assertThat(Comparison.of(List.of(name), moved)).contains(Evidence.SUFFIX_YEAR);
        assertThat(Comparison.of(List.of(other), moved)).contains(Evidence.SUFFIX_YEAR_FAR);
    }

    @Test
    void aPageThatGivesNoYearGoesToTheOlderFilmUnlessTheYoungerIsFarBetterKnown() {
        Film older = film(1, "Heat", "Heat", 1986, 1, 1, 10);
        Film younger = film(2, "Heat", "Heat", 1995, 1, 1, 5);
        Film famous = film(2, "Heat", "Heat", 1995, 1, 1, 5000);

        assertThat(owners(List.of(older, younger), YEARLESS)).containsExactly(Map.entry("Heat", 1L));
        assertThat(owners(List.of(older, famous), YEARLESS)).containsExactly(Map.entry("Heat", 2L));
    }

    @Test
    void aPageThatGivesNoYearGoesToTheFilmThatHasNoPageOfItsOwn() {
        Film older = film(1, "Heat", 1986, 1, 1);
        Film younger = film(2, "Heat", 1995, 1, 1);

        assertThat(owners(List.of(older, younger), YEARLESS, filmPage("Heat (1986 film)", 1986)))
                .containsOnly(Map.entry("Heat", 2L), Map.entry("Heat (1986 film)", 1L));
    }

    @Test
    void twoFilmsOfOneTitleAndYearDoNotShareAPage() {
        Film one = film(1, "Heat", "Heat", 1995, 1, 1, 10);
        Film other = film(2, "Heat", "Heat", 1995, 1, 1, 9);

        assertThat(owners(List.of(one, other), filmPage("Heat (1995 film)", 1995)))
                .containsExactly(Map.entry("Heat (1995 film)", 1L));
    }

    @Test
    void filmsShareAPageThatGivesTheImdbIdsOfBoth() {
        Film one = film(1, "Heat", 1995, 1, 1);
        Film other = film(2, "Heat 2", 1996, 1, 1);
        List<FilmName> names = List.of(FilmName.of(one), FilmName.of(other));
        CandidatePage page = read(article("Heat", 1995, "tt0000001", "tt0000002"));

        assertThat(Pairings.taken(Pairings.of(names, List.of(page)))).isEmpty();
    }

    @Test
    void aPageGoesToTheFilmWhoseImdbIdItGivesBeforeOneOfItsTitleAndYear() {
        Film named = new Film(
                1,
                null,
                "Heat",
                "Heat",
                "en",
                HEAT.releaseDate(),
                1,
                1,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false);
        Film known = film(949, "Hitze", 1993, 1, 1);
        CandidatePage page = read(article("Heat (1995 film)", 1995, "tt0000949"));
        List<FilmName> names = List.of(FilmName.of(named), FilmName.of(known));

        assertThat(Pairings.taken(Pairings.of(names, List.of(page))).values()).containsExactly(949L);
    }

    @Test
    void theChoiceDoesNotDependOnTheOrderOfFilmsAndPages() {
        List<Film> films = new ArrayList<>(
                List.of(film(1, "Heat", 1986, 1, 1), film(2, "Heat", 1995, 1, 1), film(3, "HEAT!", 1995, 1, 1), HEAT));
        List<Page> pages = new ArrayList<>(List.of(
                YEARLESS,
                filmPage("Heat (1995 film)", 1995),
                filmPage("HEAT", 1995),
                page("Heat (film)", "| music =", "Plot")));
        List<Map.Entry<String, Long>> expected = owners(films, pages.toArray(Page[]::new));
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(films, random);
            Collections.shuffle(pages, random);
            assertThat(owners(films, pages.toArray(Page[]::new))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Heat        | -         | Heat                 | TITLE
                    HEAT        | -         | Heat (film)          | TITLE
                    Heat        | -         | Heat (1995 film)     | TITLE
                    Cafe Heat   | -         | Café Heat            | TITLE_FOLDED
                    The Heat    | -         | Heat                 | TITLE_LOOSE
                    Heat II     | -         | Heat 2               | TITLE_LOOSE
                    Warmth      | Hitze     | Hitze                | ORIGINAL_TITLE
                    Heat: Again | -         | Heat                 | PAGE_SHORTER
                    Heat        | -         | Heat: Again          | PAGE_LONGER
                    Again       | -         | Nobody's Again       | PAGE_LONGER
                    Warmth      | -         | Heat                 | NO_TITLE
                    """)
    void theTitlesAreCompared(String title, String original, String page, Evidence evidence) {
        Film film = film(1, title, original, 1995, 1, 1, 1);

        assertThat(evidence(film, filmPage(page, 1995))).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource({"1995, SUFFIX_YEAR", "1996, SUFFIX_YEAR_NEAR", "1993, SUFFIX_YEAR_TWO", "1986, SUFFIX_YEAR_FAR"})
    void theYearsOfTitlesAreCompared(int year, Evidence evidence) {
        assertThat(evidence(HEAT, page("Heat (%d film)".formatted(year), null))).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource({"1995, TEXT_YEAR", "1994, TEXT_YEAR_NEAR", "1997, TEXT_YEAR_TWO", "2013, TEXT_YEAR_FAR"})
    void theYearsOfArticlesAreCompared(int year, Evidence evidence) {
        assertThat(evidence(HEAT, filmPage("Heat", year))).contains(evidence);
        assertThat(evidence(HEAT, article("Heat", year))).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    Heat (film), -, SUFFIX_FILM
                    Heat (miniseries), | starring =, SUFFIX_SCREEN
                    Heat, | starring =, SUFFIX_NONE
                    Heat, | starring =, NO_YEAR
                    Heat, Heat is a film., FILM_CLEAR
                    Heat, | starring =, FILM_LIKELY
                    Heat (film), -, FILM_POSSIBLE
                    Heat (film), Heat is a novel., FILM_UNLIKELY
                    """)
    void theKindIsToldByTitleAndArticle(String title, String lead, Evidence evidence) {
        String[] sections = lead == null || lead.contains("novel") ? new String[0] : new String[] {"Plot", "Cast"};

        assertThat(evidence(HEAT, page(title, lead, sections))).contains(evidence);
    }

    @Test
    void anArticleThatShowsSomethingElseTooIsMarked() {
        assertThat(evidence(HEAT, page("Heat", "Heat is a film.", "Plot", "Discography", "Cast", "Box office")))
                .contains(Evidence.FILM_MIXED);
    }

    @Test
    void theInfoboxMayHaveTheFilmsTitle() {
        Page page = new Page("Hitze", "u", null, List.of("Plot"), null, box("Heat", 1995), List.of(), List.of(), null);

        assertThat(evidence(HEAT, page)).contains(Evidence.BOX_NAME);
    }

    private static Infobox box(String name, int year) {
        return new Infobox("film", name, List.of(year), List.of(), List.of());
    }

    private static Page article(String title, int year, String... imdbIds) {
        return new Page(
                title,
                "https://example.org",
                null,
                List.of("Plot"),
                null,
                box(title, year),
                List.of(year + " films"),
                List.of(imdbIds),
                null);
    }

    private static CandidatePage read(Page page) {
        return PageReading.read(page).orElseThrow();
    }

    private static Set<Evidence> evidence(Film film, Page page) {
        return Comparison.of(List.of(FilmName.of(film)), read(page));
    }

    private static Collection<Candidate> candidates(List<Film> films, Page... pages) {
        List<CandidatePage> read = Arrays.stream(pages)
                .flatMap(page -> PageReading.read(page).stream())
                .toList();
        return new TitleGroup(films.stream().map(FilmName::of).toList(), read)
                .candidates()
                .values();
    }

    private static Optional<String> chosen(Film film, Page... pages) {
        return candidates(List.of(film), pages).stream()
                .filter(Candidate::isLink)
                .max(Comparator.comparing(Candidate::odds))
                .map(Candidate::title);
    }

    /** Whose each page is, by title. */
    private static List<Map.Entry<String, Long>> owners(List<Film> films, Page... pages) {
        return candidates(films, pages).stream()
                .filter(Candidate::isLink)
                .map(candidate -> Map.entry(candidate.title(), candidate.filmId()))
                .sorted(Map.Entry.<String, Long>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .toList();
    }
}
