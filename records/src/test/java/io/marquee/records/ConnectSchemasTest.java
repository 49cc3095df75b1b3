package io.marquee.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectSchemasTest {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private static final EnrichedFilm HEAT = new EnrichedFilm(
            new Film(
                    949,
                    "tt0113277",
                    "Heat",
                    "Heat",
                    "en",
                    LocalDate.of(1995, 12, 15),
                    60_000_000,
                    187_436_818,
                    170.0,
                    List.of("Action", "Crime"),
                    List.of("Regency Enterprises"),
                    List.of("US"),
                    List.of("en", "es"),
                    null,
                    7.7,
                    1886,
                    17.9,
                    "Released",
                    null,
                    "A thief and a detective.",
                    null,
                    null,
                    false,
                    false),
            1995,
            0.32,
            3.12,
            "Heat (1995 film)",
            "https://en.wikipedia.org/wiki/Heat_(1995_film)",
            "Heat is a film.",
            "title and year",
            0.97,
            "the year stands in the title",
            List.of("0.970 | Heat (1995 film) | the year stands in the title"),
            null);

    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of(Topics.ENRICHED_FILMS, FilmKey.class, EnrichedFilm.class),
                Arguments.of(Topics.MOVIE_REPORT, ReportKey.class, ReportRow.class),
                Arguments.of(Topics.REJECTED_RECORDS, RejectedKey.class, RejectedRecord.class),
                Arguments.of(Topics.PIPELINE_RUNS, RunKey.class, PipelineRun.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void everyComponentHasAFieldOfItsTypeAndThereIsNoOther(String topic, Class<?> key, Class<?> value) {
        assertThat(fields(topic, true)).isEqualTo(expected(key, ""));
        assertThat(fields(topic, false)).isEqualTo(expected(value, ""));
    }

    @Test
    void aFilmAsItIsWrittenBecomesAStruct() {
        Struct film = struct(Topics.ENRICHED_FILMS, HEAT);

        assertThat(film.getInt64("film_id")).isEqualTo(949);
        assertThat(film.getString("release_date")).isEqualTo("1995-12-15");
        assertThat(film.schema().field("release_date").schema().name()).isEqualTo("io.debezium.time.IsoDate");
        assertThat(film.getArray("genres")).containsExactly("Action", "Crime");
        assertThat(film.get("tagline")).isNull();
        assertThat(film.getFloat64("return_on_budget")).isEqualTo(3.12);
        film.validate();
    }

    @Test
    void aRunThatHasJustStartedBecomesAStruct() {
        PipelineRun run = new PipelineRun(
                "20261122T073000.123Z",
                RunState.RUNNING,
                "command",
                Instant.parse("2026-11-22T07:30:00.123Z"),
                null,
                null,
                SourceCounts.of("films.zip"),
                SourceCounts.of("pages.xml.gz"),
                null,
                null,
                null,
                null,
                RunSettings.DEFAULT,
                new StageTimes(null, 0.25, null, null, null, null));

        Struct struct = struct(Topics.PIPELINE_RUNS, run);

        assertThat(struct.getString("state")).isEqualTo("running");
        assertThat(struct.getString("started_at")).isEqualTo("2026-11-22T07:30:00.123Z");
        assertThat(struct.schema().field("started_at").schema().name()).isEqualTo("io.debezium.time.ZonedTimestamp");
        assertThat(struct.getString("wikipedia_location")).isEqualTo("pages.xml.gz");
        assertThat(struct.getString("rank_by")).isEqualTo("return");
        assertThat(struct.get("films_seen")).isNull();
        assertThat(struct.getFloat64("checking_seconds")).isEqualTo(0.25);
        assertThat(struct.get("verifying_seconds")).isNull();
        struct.validate();
    }

    @Test
    void aTombstoneStaysEmpty() {
        try (JsonConverter converter = converter(Topics.ENRICHED_FILMS, false)) {
            assertThat(converter.toConnectData(Topics.ENRICHED_FILMS, null).value())
                    .isNull();
        }
    }

    /** Field names with their types, a question mark for those that may be absent. */
    private static Map<String, String> fields(String topic, boolean key) {
        Map<String, String> fields = new TreeMap<>();
        try (JsonConverter converter = converter(topic, key)) {
            Schema schema = converter.asConnectSchema(Json.mapper().readTree(content(topic, key)));
            schema.fields().forEach(field -> fields.put(field.name(), describe(field.schema())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static String describe(Schema schema) {
        String name = schema.name() == null
                ? schema.type().getName()
                : schema.name().substring(schema.name().lastIndexOf('.') + 1);
        return name + (schema.type() == Schema.Type.ARRAY ? " of " + describe(schema.valueSchema()) : "");
    }

    private static Map<String, String> expected(Class<?> type, String prefix) {
        Map<String, String> fields = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonUnwrapped unwrapped = component.getAccessor().getAnnotation(JsonUnwrapped.class);
            if (unwrapped != null) {
                fields.putAll(expected(component.getType(), prefix + unwrapped.prefix()));
            } else {
                fields.put(prefix + SNAKE_CASE.translate(component.getName()), connectType(component.getType()));
            }
        }
        return fields;
    }

    private static String connectType(Class<?> type) {
        if (type.isEnum()) {
            return "string";
        }
        return Map.ofEntries(
                        Map.entry(String.class, "string"),
                        Map.entry(long.class, "int64"),
                        Map.entry(Long.class, "int64"),
                        Map.entry(int.class, "int32"),
                        Map.entry(Integer.class, "int32"),
                        Map.entry(double.class, "float64"),
                        Map.entry(Double.class, "float64"),
                        Map.entry(boolean.class, "boolean"),
                        Map.entry(Boolean.class, "boolean"),
                        Map.entry(LocalDate.class, "IsoDate"),
                        Map.entry(Instant.class, "ZonedTimestamp"),
                        Map.entry(List.class, "array of string"))
                .get(type);
    }

    private static JsonConverter converter(String topic, boolean key) {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "true", "schema.content", content(topic, key)), key);
        return converter;
    }

    private static String content(String topic, boolean key) {
        String file = "/connect-schemas/" + topic + (key ? ".key.json" : ".value.json");
        try (InputStream stream = Json.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Struct struct(String topic, Object value) {
        try (JsonConverter converter = converter(topic, false)) {
            return (Struct) converter.toConnectData(topic, Json.write(value)).value();
        }
    }
}
