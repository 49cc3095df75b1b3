package io.marquee.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
