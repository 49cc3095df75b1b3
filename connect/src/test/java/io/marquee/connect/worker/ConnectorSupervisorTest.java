package io.marquee.connect.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorSupervisorTest {

    private static final ConnectorState LOST =
            ConnectorState.failed("film-sink", "a.SomeException: This connection has been closed.");
    private static final ConnectorState OTHER = ConnectorState.failed("film-sink", "a.SomeException: no table film");
    private static final ConnectorState RUNNING = ConnectorState.of("film-sink", "RUNNING");

    private final List<Long> restarts = new ArrayList<>();
    private long seconds;

    @Test
    void aDatabaseThatStaysAwayIsTriedForEverWithPausesThatGrowUpToAMinute() {
        ConnectorSupervisor supervisor = supervisor(Pace.FOR_EVER);
        check(supervisor, LOST, Duration.ofMinutes(10));

        assertThat(restarts).startsWith(0L, 1L, 2L, 3L, 4L, 6L, 10L, 18L, 34L, 66L, 126L, 186L);
        assertThat(restarts.get(restarts.size() - 1)).isGreaterThan(520);
        assertThat(supervisor.failure(List.of(LOST))).isEmpty();
    }

    @Test
    void quickAttemptsComeToAnEnd() {
        ConnectorSupervisor supervisor = supervisor(Pace.QUICK_ATTEMPTS);
        check(supervisor, LOST, Duration.ofMinutes(2));

        assertThat(restarts).hasSize(30).last().isEqualTo(29L);
        assertThat(supervisor.failure(List.of(LOST))).contains(LOST);
    }

    @Test
    void aMomentOfRunningIsNoEndOfTheTrouble() {
        ConnectorSupervisor supervisor = supervisor(Pace.FOR_EVER);
        for (int i = 0; i < 100; i++) {
            check(supervisor, LOST, Duration.ofSeconds(1));
            check(supervisor, RUNNING, Duration.ofSeconds(2));
        }
        assertThat(restarts).hasSizeLessThan(20);

        check(supervisor, RUNNING, Duration.ofSeconds(20));
        restarts.clear();
        check(supervisor, LOST, Duration.ofSeconds(3));
        assertThat(restarts).hasSize(3);
    }

    @Test
    void anotherFailureIsLeftAsItIs() {
        ConnectorSupervisor supervisor = supervisor(Pace.FOR_EVER);
        check(supervisor, OTHER, Duration.ofMinutes(2));

        assertThat(restarts).isEmpty();
        assertThat(supervisor.failure(List.of(OTHER))).contains(OTHER);
    }

    private ConnectorSupervisor supervisor(Pace pace) {
        return new ConnectorSupervisor(
                name -> restarts.add(seconds),
                pace,
                () -> Duration.ofSeconds(seconds).toNanos());
    }

    private void check(ConnectorSupervisor supervisor, ConnectorState state, Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            supervisor.check(List.of(state));
            seconds++;
        }
    }
}
