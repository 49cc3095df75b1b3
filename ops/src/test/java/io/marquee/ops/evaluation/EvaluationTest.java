package io.marquee.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluationTest {

    @TempDir
    private Path files;

    @Test
    void rightWrongAndMissingLinksAreCounted() throws IOException {
        Path file = Files.writeString(files.resolve("truth.csv"), """
                film_id,title,year,wikipedia_title,evidence,ranked
                1,Heat,1995,Heat (1995 film),agreed,1
                2,Speed,1994,Speed (1994 film),agreed,0
                3,Jaws,1975,Jaws (film),single,0
                4,Nothing,2000,,agreed,0
                """);

        Evaluation evaluation = Evaluation.of(
                Truth.read(file),
                Map.of(
                        1L, new Link("Heat (1995 film)", "title (year film)", 0.99),
                        2L, new Link("Speed (novel)", "title", 0.8),
                        4L, new Link("Nothing", "title", 0.8)));

        assertThat(evaluation.byClass())
                .containsEntry("agreed", new Score(3, 1, 2))
                .containsEntry("agreed, ranked", new Score(1, 1, 1))
                .containsEntry("single", new Score(0, 0, 1));
        assertThat(evaluation.byMethod()).containsEntry("title", new Score(2, 0, 1));
        assertThat(evaluation.byConfidence()).containsKeys("0.9 to 1.0", "0.8 to 0.9");
        assertThat(evaluation.misses())
                .containsExactly(
                        "Speed (1994): is Speed (1994 film), linked Speed (novel)",
                        "Jaws (1975): is Jaws (film), linked none",
                        "Nothing (2000): is none, linked Nothing");
    }

    @Test
    void aFileWithoutTheColumnsIsRefused() throws IOException {
        Path file = Files.writeString(files.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> Truth.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("other.csv has no columns film_id and wikipedia_title");
    }

    @Test
    void aScoreIsPrecisionRecallAndTheirMean() {
        Score score = new Score(4, 3, 6);

        assertThat(List.of(score.precision(), score.recall(), score.f1())).containsExactly(0.75, 0.5, 0.6);
    }
}
