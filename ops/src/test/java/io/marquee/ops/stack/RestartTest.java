package io.marquee.ops.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.FilmKey;
import io.marquee.records.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path data;

    @Test
    void everythingIsThereAfterAStopAndAStart() throws Exception {
        String url;
        try (TestStack stack = TestStack.start(data)) {
            stack.send(Topics.ENRICHED_FILMS, new FilmKey(1), Samples.film(1, "Kept", 10_000, 20_000));
            stack.send(Topics.ENRICHED_FILMS, new FilmKey(2), Samples.film(2, "Older", 10_000, 20_000));
            stack.sync();
            url = stack.stack().database().jdbcUrl();
        }
        assertThat(StackInfo.find(data)).isEmpty();

        try (TestStack stack = TestStack.start(data)) {
            assertThat(stack.stack().sinkSync().behind()).isEmpty();
            assertThat(stack.rows("select title from film order by film_id")).containsExactly("Kept", "Older");
            stack.send(Topics.ENRICHED_FILMS, new FilmKey(2), Samples.film(2, "Newer", 10_000, 20_000));
            stack.sync();
            assertThat(stack.rows("select title from film order by film_id")).containsExactly("Kept", "Newer");
            assertThat(stack.stack().database().jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void aKilledProcessLosesNothingAndItsDatabaseServerIsStopped() throws Exception {
        Process killed = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dmarquee.plugins=" + System.getProperty("marquee.plugins"),
                        "-Dmarquee.log.dir=" + System.getProperty("marquee.log.dir") + "/killed",
                        StackProcess.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long server;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo(StackProcess.UP);
            server = Long.parseLong(Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .get(0));
            killed.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(server)).as("the server outlives it").isPresent();

        try (TestStack stack = TestStack.start(data)) {
            assertThat(stack.stack().database().pid()).isNotEqualTo(server);
            stack.sync();
            assertThat(stack.rows("select title from film order by film_id"))
                    .containsExactly("Before the kill", "On its way");
        }
    }

    @Test
    void theDatabaseStartsAloneWithItsTables() throws Exception {
        try (EmbeddedStack stack = EmbeddedStack.open(TestStack.options(data));
                Connection connection = stack.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from movie_report")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getInt(1)).isZero();
        }
        assertThat(data.resolve("kafka")).doesNotExist();
    }

    @Test
    void theBrokerStartsAloneWithItsTopics() throws InterruptedException, IOException {
        try (EmbeddedStack stack = EmbeddedStack.open(TestStack.options(data))) {
            assertThat(stack.broker().bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(stack.health().failure()).isEmpty();
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }
}
