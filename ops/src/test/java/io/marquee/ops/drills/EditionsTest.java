package io.marquee.ops.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.pipeline.TestPipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions of the sources that follow each other. */
final class EditionsTest {

    private static final String LINKS = "select film_id, wikipedia_title from film where wikipedia_title is not null";

    @TempDir
    private Path directory;

    @Test
    void afterEachOfFiveEditionsTheTablesAreThoseOfAFreshStartOnIt() throws Exception {
        List<Edition> editions = Edition.compose(directory);
        List<Tables> inTurn = new ArrayList<>();
        List<List<String>> links = new ArrayList<>();
        try (TestPipeline pipeline = start("in-turn")) {
            for (Edition edition : editions) {
                inTurn.add(read(pipeline, edition));
                links.add(pipeline.rows(LINKS));
            }
        }
        assertThat(new HashSet<>(inTurn)).hasSize(editions.size());
        assertThat(links)
                .allSatisfy(rows ->
                        assertThat(rows).anySatisfy(row -> assertThat(row).contains("(motion picture of")));

        // The first edition was itself a fresh start.
        for (int number = 1; number < editions.size(); number++) {
            try (TestPipeline fresh = start("fresh-" + number)) {
                Tables expected = read(fresh, editions.get(number));
                assertThat(links.get(number)).containsExactlyInAnyOrderElementsOf(fresh.rows(LINKS));
                assertThat(inTurn.get(number)).isEqualTo(expected);
            }
        }
    }

    private TestPipeline start(String name) throws IOException, InterruptedException {
        return TestPipeline.start(TestPipeline.options(directory.resolve(name), 2));
    }

    private static Tables read(TestPipeline pipeline, Edition edition) throws Exception {
        assertThat(pipeline.run(edition.films(), edition.pages()).isGood()).isTrue();
        return Tables.of(pipeline.pipeline().stack().database());
    }
}
