package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.pipeline.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a data directory that has a run: replay its rejected records, and see what reset would do. */
final class ReplayTest {

    private static final String FILMS = "--films=" + SampleFiles.films();
    private static final String PAGES = "--wikipedia=" + SampleFiles.pages();

    @TempDir
    private Path data;

    @Test
    void replayReadsAgainWhatHasRejectedRecordsAndTellsHowManyAreLeft() {
        assertThat(launch("run", FILMS, PAGES).exitCode()).isZero();

        Launch replay = launch("replay", FILMS, PAGES);
        assertThat(replay.exitCode()).isZero();
        assertThat(replay.output())
                .anySatisfy(line -> assertThat(line).matches("  films +[\\d,]+ read = .*"))
                .anySatisfy(line -> assertThat(line).matches("films: (\\d+) rejected before, \\1 now"));

        assertThat(launch("reset", "--dry-run").output())
                .anySatisfy(line -> assertThat(line).startsWith("This would be deleted"))
                .anySatisfy(line -> assertThat(line).matches("  .*/postgres \\([\\d,]+ MB\\)"));
        assertThat(Files.exists(data.resolve("postgres"))).isTrue();
    }

    private Launch launch(String command, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = command;
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[arguments.length - 1] = "--data-dir=" + data;
        return Launch.of(Map.of(), arguments);
    }
}
