package io.marquee.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.marquee.records.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void parametersOfTheDatabasesUrlAreKeptBesideWhatTheSinkNeeds() {
        String given = "jdbc:postgresql://db/marquee?sslmode=verify-full&sslrootcert=/etc/ca%20all.crt"
                + "&stringtype=varchar&ApplicationName=films";

        assertThat(new SinkDatabase(given, "sink_writer", "${file:/run/secrets/sink:password}").sinkUrl())
                .isEqualTo(
                        "jdbc:postgresql://db/marquee?ApplicationName=films&reWriteBatchedInserts=true"
                                + "&sslmode=verify-full&sslrootcert=/etc/ca%20all.crt&stringtype=unspecified&tcpKeepAlive=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/marquee?password=secret",
                "jdbc:postgresql://db/marquee?sslmode=require&user=marquee",
                "jdbc:mysql://db/marquee"
            })
    void aUrlWithAPasswordOrOfAnotherDatabaseIsRefused(String url) {
        assertThatThrownBy(() -> new SinkDatabase(url, "sink_writer", "${env:PASSWORD}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
