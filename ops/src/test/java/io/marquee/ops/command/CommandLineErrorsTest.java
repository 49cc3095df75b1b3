package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is told in one line, with the way out. */
final class CommandLineErrorsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --flims x | unknown option --flims: did you mean --films? (see marquee run --help)",
                "run --tpo=3 | unknown option --tpo: did you mean --top? (see marquee run --help)",
                "rnu | unknown command rnu: did you mean run? (see marquee --help)",
                "run --top many | invalid value for option '--top': 'many' is not an int (see marquee run --help)",
                "run --top 0 | --top must be at least 1, not 0",
                "run --min-budget -5 | --min-budget must be at least 1, not -5",
                "run --reports-kept 1 | --reports-kept must be at least 2, not 1",
                "run --max-rejected -1 | --max-rejected must be at least 0, not -1",
                "run --stall-timeout 0 | --stall-timeout must be at least 1, not 0",
                "run --max-linked-drop 101 | --max-linked-drop must be 0 to 100 percentage points, not 101.0",
                "run --partitions 0 | --partitions must be at least 1, not 0",
                "up --time-zone Mars | 'Mars' is not a time zone: give one such as UTC or Europe/Berlin",
                "backfill --from 20261101 --to 20261001 | --to 20261001 is before --from 20261101: name a later one",
                "backfill | missing required option: '--from=DATE', in the environment MARQUEE_FROM (see marquee backfill --help)",
                "sql | missing required parameter: 'QUERY' (see marquee sql --help)"
            })
    void aWrongCommandLineIsToldInOneLine(String arguments, String message) {
        assertError("marquee: " + message, Launch.of(Map.of(), arguments.split(" ")));
    }

    @Test
    void aWrongCronExpressionIsToldBeforeAnythingStarts() {
        assertError(
                "marquee: 'hourly' is not a cron expression (Illegal characters for this position: 'HOU'): give six"
                        + " fields from seconds to day of week, such as '0 0 * * * ?'",
                Launch.of(Map.of(), "up", "--cron", "hourly"));
    }

    @Test
    void anUnknownVariableSuggestsTheNearestOne() {
        assertError(
                "marquee: unknown setting: environment variable MARQUEE_MIN_BUGDET: did you mean MARQUEE_MIN_BUDGET?",
                Launch.of(Map.of("MARQUEE_MIN_BUGDET", "5"), "status"));
    }

    @Test
    void anUnknownKeyInTheSettingsFileSuggestsTheNearestOne() throws IOException {
        Path file = Files.writeString(folder.resolve("marquee.properties"), "rank_by=ratio\n");

        assertError(
                "marquee: unknown setting: key rank_by in " + file + ": did you mean rank-by?",
                Launch.of(Map.of("MARQUEE_CONFIG", file.toString()), "status"));
    }

    @Test
    void aSettingsFileThatIsNotThereIsNamed() {
        Launch launch = Launch.of(Map.of("MARQUEE_CONFIG", folder + "/none.properties"), "status");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors()).singleElement().asString().contains("none.properties", "unset MARQUEE_CONFIG");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trigger | no stack with a schedule is up on DATA: start one with ./marquee up, name its folder with"
                        + " --data-dir, or the database of ingestors with --database",
                "pause --database postgres://db | --database is no address of a PostgreSQL database: give one such as"
                        + " jdbc:postgresql://localhost:5432/marquee, and the password apart",
                "pause --database jdbc:postgresql://db/x?password=p | --database holds a password: give it by"
                        + " MARQUEE_DATABASE_PASSWORD or by --database-password-file, where no log shows it",
                "backfill --from 2026 | --from and --to are dates such as 20261001",
                "replay | there is nothing in DATA yet: do a run first, ./marquee run, or name its folder with"
                        + " --data-dir",
                "sql select_1 | there is nothing in DATA yet: do a run first, ./marquee run, or name its folder with"
                        + " --data-dir",
                "export films.csv | there is nothing in DATA yet: do a run first, ./marquee run, or name its folder"
                        + " with --data-dir",
                "verify | there is nothing in DATA yet: do a run first, ./marquee run, or name its folder with --data-dir",
                "runs | there is nothing in DATA yet: do a run first, ./marquee run, or name its folder with --data-dir",
                "kafka topics --list | there is nothing in DATA yet: do a run first, ./marquee run, or name its folder"
                        + " with --data-dir"
            })
    void whatNeedsARunSaysSoWhereThereWasNone(String arguments, String message) {
        Path data = folder.resolve("data");

        Launch launch = Launch.of(Map.of(), (arguments + " --data-dir " + data).split(" "));

        assertError("marquee: " + message.replaceAll("\\bDATA\\b", data.toString()), launch);
        assertThat(data).doesNotExist();
    }

    private static void assertError(String line, Launch launch) {
        assertThat(launch.errors()).containsExactly(line);
        assertThat(launch.exitCode()).isEqualTo(2);
    }
}
