package io.marquee.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.marquee.records.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorsTest {

    private final List<Connector> connectors =
            Connectors.all(new SinkDatabase("jdbc:postgresql://db/marquee", "marquee", "${env:DATABASE_PASSWORD}"));

    @Test
    void everyTableHasItsTopic() {
        assertThat(connectors)
                .extracting(
                        connector -> connector.configuration().get("topics"),
                        connector -> connector.configuration().get("collection.name.format"))
                .containsExactly(
                        tuple(Topics.ENRICHED_FILMS, "film"),
                        tuple(Topics.MOVIE_REPORT, "movie_report_row"),
                        tuple(Topics.REJECTED_RECORDS, "rejected_record"),
                        tuple(Topics.PIPELINE_RUNS, "pipeline_run"));
    }

    @Test
    void thePasswordStaysAReferenceAndNothingElseDoes() {
        assertThat(connectors).allSatisfy(connector -> {
            assertThat(connector.configuration()).containsEntry("connection.password", "${env:DATABASE_PASSWORD}");
            connector.configuration().forEach((key, value) -> {
                if (!key.equals("connection.password")) {
                    assertThat(value).as(key).doesNotContain("${");
                }
            });
        });
    }

    @Test
    void theSchemasAreGivenInline() {
        assertThat(connectors)
                .allSatisfy(connector -> assertThat(connector.configuration())
                        .extractingByKeys("key.converter.schema.content", "value.converter.schema.content")
                        .allSatisfy(schema -> assertThat(schema).startsWith("{\"type\":\"struct\"")));
    }

    @Test
    void aPasswordIsNotTakenForAReference() {
        assertThatThrownBy(() -> new SinkDatabase("jdbc:postgresql://db/marquee", "marquee", "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
