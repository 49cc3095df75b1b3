package io.marquee.processor.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TitleKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Amélie              | Amelie
                    WALL·E              | WALL-E
                    Face/Off            | Face Off
                    M*A*S*H             | MASH
                    Ocean’s Eleven      | Ocean's Eleven
                    Fast & Furious      | fast and furious
                    千と千尋の神隠し          | 千と千尋の神隠し
                    Æon Flux            | Aeon Flux
                    Łódź                | Lodz
                    The Matrix          | Matrix
                    Rocky IV            | Rocky 4
                    Seven Samurai       | 7 Samurai
                    Freddy vs. Jason    | Freddy Versus Jason
                    Jaws Part 2         | Jaws 2
                    The 1,000 Eyes      | The Thousand Eyes
                    """)
    void titlesThatPeopleWriteInDifferentWaysMeet(String one, String other) {
        assertThat(TitleKey.of(one)).isEqualTo(TitleKey.of(other)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Alien  | Aliens
                    Se7en  | Seven
                    ???    | !!!
                    """)
    void differentTitlesDoNotMeet(String one, String other) {
        assertThat(TitleKey.of(one)).isNotEqualTo(TitleKey.of(other));
    }

    @Property
    void caseDoesNotMatter(@ForAll @AlphaChars @NumericChars String title) {
        assertThat(TitleKey.of(title.toUpperCase(Locale.ROOT))).isEqualTo(TitleKey.of(title.toLowerCase(Locale.ROOT)));
    }

    @Property
    void everyTitleHasAKey(@ForAll @NotBlank String title) {
        assertThat(TitleKey.of(title)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Borat: Cultural Learnings     | Borat, Cultural Learnings
                    Wes Craven's New Nightmare    | New Nightmare
                    Christiane F. – We Children   | Christiane F., We Children
                    Dr. Strangelove or: How I     | Dr. Strangelove, How I
                    Heat                          | ''
                    Schindler's List              | List
                    """)
    void aLongTitleHasShorterOnes(String title, String shorter) {
        assertThat(String.join(", ", ShorterTitles.of(title))).isEqualTo(shorter);
    }
}
