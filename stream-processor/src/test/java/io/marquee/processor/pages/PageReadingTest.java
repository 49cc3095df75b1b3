package io.marquee.processor.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.FilmGlance;
import io.marquee.records.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Heat (1995 film)            | Heat     | FILM   | 1995
                    Heat (1995 American film)   | Heat     | FILM   | 1995
                    Speed (film)                | Speed    | FILM   | -
                    It (miniseries)             | It       | SCREEN | -
                    Heat (novel)                | Heat     | OTHER  | -
                    Batman (film series)        | Batman   | OTHER  | -
                    Heat (disambiguation)       | Heat     | OTHER  | -
                    (500) Days of Summer        | (500) Days of Summer | PLAIN | -
                    Birdman (or something else) | Birdman (or something else) | PLAIN | -
                    Titanic                     | Titanic  | PLAIN  | -
                    """)
    void aTitleIsTakenApart(String title, String base, TitleKind kind, Integer year) {
        assertThat(PageTitle.parse(title)).isEqualTo(new PageTitle(base, kind, year));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    Titanic; Titanic is a 1997 American disaster film directed by Someone.; Plot, Cast; true; 1997
                    Titanic; | screenplay =; Plot, Cast; true; -
                    Jumanji; | producer =; Plot, Cast, Box office; true; -
                    Heat; Heat may refer to:; Film, Music; false; -
                    Carrie; Carrie is a 1974 novel by an American author.; Plot, Film adaptation; false; -
                    Gandhi; | birth_place = Somewhere; Early life; false; -
                    Ray Nobody; Ray Nobody (born 1930) is an American film actor.; Early life, Filmography; false; -
                    Dallas; Dallas is an American television series.; Cast, Episodes; false; -
                    Upper Hill; | population = 12; History; false; -
                    Speed (film); -; References; true; -
                    """)
    void anArticleIsAFilmsWhereItShowsIt(
            String title, String abstractText, String sections, boolean film, Integer year) {
        Page page = new Page(title, "https://example.org", abstractText, List.of(sections.split(", ")));

        Optional<CandidatePage> read = FilmGlance.mayBeFilm(page) ? PageReading.read(page) : Optional.empty();

        assertThat(read.isPresent()).isEqualTo(film);
        assertThat(read.map(CandidatePage::years).orElse(List.of()))
                .isEqualTo(year == null ? List.of() : List.of(year));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    Heat is a film. It was shown; Heat is a film.
                    Heat is a film by J. Doe. It is long.; Heat is a film by J. Doe. It is long.
                    | producer = A. B.; -
                    thumb|200px|A poster.; -
                    }; -
                    Heat may refer to: a thing.; -
                    no end of a sentence; -
                    -; -
                    """)
    void anAbstractIsWholeSentencesOrNothing(String text, String clean) {
        assertThat(Abstracts.clean(text)).isEqualTo(clean);
    }
}
