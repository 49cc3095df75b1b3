package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reset deletes, and when. */
final class ResetCommandTest {

    @TempDir
    private Path data;

    private Path topic;
    private Path table;
    private Path download;

    @BeforeEach
    void aDataDirectory() throws IOException {
        topic = write("kafka/films-0/00000000000000000000.log", 2_500_000);
        table = write("postgres/base/1/2", 1_000_000);
        download = write("downloads/movies.zip", 10);
    }

    @Test
    void aDryRunTellsWithSizesAndDeletesNothing() {
        Launch launch = reset("yes\n", "--dry-run");

        assertThat(launch.output())
                .containsExactly(
                        "This would be deleted, with all reports and their history:",
                        "what                            size  where",
                        "-".repeat(38 + data.resolve("postgres").toString().length()),
                        "topics and consumer groups    2.5 MB  " + data.resolve("kafka"),
                        "tables: films, reports, runs  1.0 MB  " + data.resolve("postgres"),
                        "all                           3.5 MB",
                        "Nothing was deleted.");
        assertThat(launch.exitCode()).isZero();
        assertThat(List.of(topic, table, download))
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void itAsksAndWhatIsNotYesDeletesNothing() {
        for (String answer : List.of("", "\n", "y\n", "no\n")) {
            Launch launch = reset(answer);

            assertThat(launch.output()).endsWith("Type yes to go on: Nothing was deleted.");
            assertThat(launch.exitCode()).isEqualTo(1);
            assertThat(List.of(topic, table))
                    .allSatisfy(file -> assertThat(file).exists());
        }
    }

    @Test
    void whatIsDeletedIsAllStateAndNothingElse() {
        Launch launch = reset("", "--yes");

        assertThat(launch.output()).endsWith("Deleted.");
        assertThat(launch.exitCode()).isZero();
        assertThat(data.resolve("kafka")).doesNotExist();
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(download).exists();
        assertThat(reset("", "--yes").output()).containsExactly("there is nothing in " + data);
    }

    private Launch reset(String answer, String... options) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(UTF_8)));
        try {
            String[] arguments = new String[options.length + 3];
            arguments[0] = "reset";
            arguments[1] = "--data-dir";
            arguments[2] = data.toString();
            System.arraycopy(options, 0, arguments, 3, options.length);
            return Launch.of(Map.of(), arguments);
        } finally {
            System.setIn(before);
        }
    }

    private Path write(String name, int size) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[size]);
    }
}
