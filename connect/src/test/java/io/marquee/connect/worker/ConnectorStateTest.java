package io.marquee.connect.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    org.postgresql.util.PSQLException: Connection to 127.0.0.1:5432 refused. Check that the hostname …|true
                    org.postgresql.util.PSQLException: FATAL: the database system is starting up|true
                    org.hibernate.HibernateException: Unable to determine Dialect without JDBC metadata (please set …)|true
                    org.postgresql.util.PSQLException: ERROR: value too long for type character varying(3)|false
                    org.apache.kafka.connect.errors.DataException: film_id is missing|false
                    """)
    void aConnectorThatMissesTheDatabaseMayWorkAgain(String cause, boolean lost) {
        String trace = "org.apache.kafka.connect.errors.ConnectException: Exiting\n\tat a.b.C.d(C.java:1)\nCaused by: "
                + cause + "\n\tat a.b.C.e(C.java:2)";

        assertThat(ConnectorState.failed("film-sink", trace).lostConnection()).isEqualTo(lost);
    }

    @Test
    void theInnermostCauseIsTold() {
        assertThat(ConnectorState.failed(
                                "film-sink",
                                "a.OuterException: outer\nCaused by: b.MiddleException: middle\nCaused by: c.InnerError: inner\n")
                        .failure())
                .contains("inner");
    }

    @Test
    void aConnectorRunsOnceItAndAllItsTasksDo() {
        ConnectorState.Part running = new ConnectorState.Part("RUNNING", null);
        ConnectorState.Part paused = new ConnectorState.Part("PAUSED", null);

        assertThat(ConnectorState.of("film-sink", running, List.of()).state()).isEqualTo("STARTING");
        assertThat(ConnectorState.of("film-sink", running, List.of(running)).isRunning())
                .isTrue();
        assertThat(ConnectorState.of("film-sink", running, List.of(running, paused))
                        .describe())
                .isEqualTo("film-sink is PAUSED");
        assertThat(ConnectorState.of(
                                "film-sink",
                                running,
                                List.of(paused, new ConnectorState.Part("FAILED", "a.SomeException: no table film")))
                        .describe())
                .isEqualTo("film-sink is FAILED (no table film)");
    }
}
