package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import io.marquee.records.SourceCounts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStoryTest {

    private final RunStory story =
            new RunStory("1", Instant.EPOCH, new RunRequest("f", List.of("w1", "w2"), RunSettings.DEFAULT, "command"));

    private static RunTotals totals(long films, long pages, List<String> problems) {
        return new RunTotals("1", films, pages, 3, 2, 1, 1, problems);
    }

    @Test
    void sumsThatAddUpAreNoProblem() {
        story.films(new SourceCounts("f", "x", true, 10, 8, 2, null));
        story.wikipedia(new SourceCounts("w", "x", false, 0, 0, 0, null));
        story.totals(totals(8, 0, List.of()));
        assertThat(story.problems()).isEmpty();
        assertThat(story.running().filmCount()).isEqualTo(3);
    }

    @Test
    void aRecordThatWasNotSeenIsAProblem() {
        story.films(new SourceCounts("f", "x", true, 10, 8, 2, null));
        story.totals(totals(7, 0, List.of("a stage missed one")));
        assertThat(story.problems())
                .containsExactly(
                        "films: read 10, published 8, rejected 2, seen by the stream processor 7",
                        "a stage missed one");
    }

    @Test
    void theLocationsOfPartsAreToldTogether() {
        assertThat(story.wikipedia().location()).isEqualTo("w1,w2");
    }

    @Test
    void whatGivesAccessToASourceIsNotTold() {
        RunRequest request = new RunRequest(
                "https://me:hidden@host/f.zip",
                List.of("https://host/w1?sig=hidden", "https://host/w2?sig=hidden"),
                RunSettings.DEFAULT,
                "command");
        RunStory secret = new RunStory("1", Instant.EPOCH, request);
        assertThat(secret.films().location()).isEqualTo("https://***@host/f.zip");
        assertThat(secret.wikipedia().location()).isEqualTo("https://host/w1?sig=***,https://host/w2?sig=***");
    }
}
