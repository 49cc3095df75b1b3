package io.marquee.ingest.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {

    static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of("[]", List.of()),
                Arguments.of("[{'name': \"Conan's\", 'id': 3}]", List.of(Map.of("name", "Conan's", "id", 3L))),
                Arguments.of("[{'name': 'A \"B\"', 'id': -3},]", List.of(Map.of("name", "A \"B\"", "id", -3L))),
                Arguments.of("'it\\'s'", "it's"),
                Arguments.of("\"\\\"\\\\\\n\\r\\t\\a\\b\\f\\v\"", "\"\\\n\r\t\u0007\b\f\u000b"),
                Arguments.of("'\\xe9\\u00e9\\U0001F600\\101\\0'", "éé😀A\0"),
                Arguments.of("'\\q'", "\\q"),
                Arguments.of("'a' \"b\"", "ab"),
                Arguments.of("'''it's\n\"so\"'''", "it's\n\"so\""),
                Arguments.of("u'x'", "x"),
                Arguments.of("r'\\n'", "\\n"),
                Arguments.of("(1, 2.5, 1e3)", List.of(1L, 2.5, 1000.0)),
                Arguments.of("()", List.of()),
                Arguments.of("(1)", 1L),
                Arguments.of("(1,)", List.of(1L)),
                Arguments.of(" [ True , False ] ", List.of(true, false)),
                Arguments.of("{1: {'a': [[]]}}", Map.of(1L, Map.of("a", List.of(List.of())))),
                Arguments.of("{}", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void literalsAreReadAsPythonReadsThem(String text, Object value) throws PythonSyntaxException {
        assertThat(PythonLiteral.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[1",
                "[1 2]",
                "[,]",
                "]",
                "{'a'}",
                "{'a': }",
                "{'a' 1}",
                "'a",
                "'a\\",
                "'\\x4'",
                "'\\u12g4'",
                "'\\UFFFFFFFF'",
                "1 2",
                "nope",
                "--1",
                "99999999999999999999",
                "(",
                "'''a''"
            })
    void whatIsNoLiteralIsAnError(String text) {
        assertThatThrownBy(() -> PythonLiteral.parse(text))
                .isInstanceOf(PythonSyntaxException.class)
                .hasMessageContaining("character ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_000})
    void deepNestingIsAnErrorAndNoStackOverflow(int depth) {
        assertThatThrownBy(() -> PythonLiteral.parse("[".repeat(depth))).isInstanceOf(PythonSyntaxException.class);
    }

    @Property
    void everyStringComesBackFromItsQuotedForm(@ForAll String text) throws PythonSyntaxException {
        String quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        assertThat(PythonLiteral.parse("[" + quoted + "]")).isEqualTo(List.of(text));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            PythonLiteral.parse(text);
        } catch (PythonSyntaxException e) {
            assertThat(e).hasMessageContaining("character ");
        }
    }
}
