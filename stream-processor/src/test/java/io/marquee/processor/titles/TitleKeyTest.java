package io.marquee.processor.titles;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    void theKeyOfAKeyIsTheKey(@ForAll String title) {
        String key = TitleKey.of(title);
        assertThat(TitleKey.of(key)).isEqualTo(key);
    }
}
