package io.marquee.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilmGlanceTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    Heat (1995 film); -; References; true
                    It (miniseries); -; References; true
                    Heat; Heat is a 1995 American crime film.; References; true
                    Heat; | screenplay     =; References; true
                    Heat; | Based on = A book; References; true
                    Heat; } ; References; true
                    Heat; -; Plot; true
                    Heat; -; Box office; true
                    Upper Hill; | population = 12; History; false
                    Upper Hill; Upper Hill is a village.; History; false
                    Upper Hill; -; References; false
                    Nobody; | birth_place = Upper Hill; Early life; false
                    """)
    void onlyWhatShowsSomethingOfAFilmIsSentWhole(String title, String text, String section, boolean whole) {
        assertThat(FilmGlance.mayBeFilm(new Page(title, "https://example.org", text, List.of(section))))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Heat, Heat (1995 film), true
                    Heat (1995 film), Heat (Michael Mann film), true
                    Heat (song), Warm album, false
                    """)
    void redirectsAreSentWholeUnlessTheyNameSomethingElse(String title, String target, boolean whole) {
        assertThat(FilmGlance.mayBeFilm(Page.redirect(title, "https://example.org", target)))
                .isEqualTo(whole);
    }

    @Test
    void anArticlesInfoboxCategoriesAndIdsShowAFilm() {
        assertThat(FilmGlance.mayBeFilm(article(new Infobox("film", null, null, null, null), List.of(), List.of())))
                .isTrue();
        assertThat(FilmGlance.mayBeFilm(article(null, List.of("1995 films"), List.of())))
                .isTrue();
        assertThat(FilmGlance.mayBeFilm(article(null, List.of(), List.of("tt0113277"))))
                .isTrue();
        assertThat(FilmGlance.mayBeFilm(
                        article(new Infobox("settlement", null, null, null, null), List.of("Villages"), List.of())))
                .isFalse();
    }

    private static Page article(Infobox infobox, List<String> categories, List<String> imdbIds) {
        return new Page("Upper Hill", "https://example.org", null, List.of(), null, infobox, categories, imdbIds, null);
    }
}
