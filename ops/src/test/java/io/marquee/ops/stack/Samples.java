package io.marquee.ops.stack;

import io.marquee.records.EnrichedFilm;
import io.marquee.records.Film;
import io.marquee.records.PipelineRun;
import io.marquee.records.ReportRow;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import io.marquee.records.StageTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Records to send. */
final class Samples {

    private Samples() {}

    static EnrichedFilm film(long id, String title, long budget, long revenue) {
        return new EnrichedFilm(
                new Film(
                        id,
                        "tt" + id,
                        title,
                        title,
                        "en",
                        LocalDate.of(1995, 12, 15),
                        budget,
                        revenue,
                        170.5,
                        List.of("Action", "Crime"),
                        List.of("Regency \"Enterprises\"", "Warner, Bros."),
                        List.of("US"),
                        List.of(),
                        null,
                        7.7,
                        1886,
                        17.9,
                        "Released",
                        null,
                        "A thief and a detective: Žižek’s 熱.",
                        null,
                        null,
                        false,
                        null),
                1995,
                revenue == 0 ? null : (double) budget / revenue,
                budget == 0 ? null : (double) revenue / budget,
                title + " (1995 film)",
                "https://en.wikipedia.org/wiki/" + id,
                title + " is a film.",
                "title and year",
                0.97,
                null,
                List.of("0.970 " + title + ", it's \"said\""),
                budget == 0 ? "no budget" : null);
    }

    static ReportRow reportRow(String runId, int rank) {
        return new ReportRow(
                runId,
                rank,
                1000L + rank,
                "Film " + rank,
                1995,
                20_000,
                5_000_000_000L - rank,
                0.000004,
                250_000.0,
                7.7,
                1886,
                List.of("Regency"),
                List.of("Action"),
                null,
                null);
    }

    static PipelineRun run(String runId, RunState state, Integer reportRows) {
        return new PipelineRun(
                runId,
                state,
                "command",
                Instant.parse("2026-11-22T07:30:00.123Z"),
                null,
                null,
                SourceCounts.of("films.zip"),
                SourceCounts.of("pages.xml.gz"),
                null,
                null,
                null,
                reportRows,
                RunSettings.DEFAULT,
                StageTimes.NONE);
    }
}
