package io.marquee.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.choose.Enrichment;
import io.marquee.processor.choose.Ranking;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.PageReading;
import io.marquee.processor.titles.TitleKey;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.Film;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.Page;
import io.marquee.records.ReportRow;
import io.marquee.records.RunSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the tables have to hold for sources and settings: reckoned at once and without any memory. */
record PlainJoin(Map<String, String> filmTable, List<String> report) {

    static PlainJoin of(Collection<Film> films, Collection<Page> pages, RunSettings settings) {
        List<CandidatePage> filmPages =
                pages.stream().map(PageReading::read).flatMap(Optional::stream).toList();
        Map<String, String> table = new TreeMap<>();
        List<ReportRow> ranked = new ArrayList<>();
        for (Film film : films) {
            EnrichedFilm enriched = Enrichment.enrich(film, candidates(film, filmPages), settings);
            table.put(text(new FilmKey(film.filmId())), text(enriched));
            if (enriched.notRankedReason() == null) {
                ranked.add(Enrichment.row(enriched, ""));
            }
        }
        ranked.sort(Ranking.order(settings.rankBy()));
        List<String> report = new ArrayList<>();
        for (ReportRow row : ranked.subList(0, Math.min(settings.top(), ranked.size()))) {
            report.add(withoutRun(text(row.withRank(report.size() + 1))));
        }
        return new PlainJoin(table, report);
    }

    /** A row of a report, whichever run made it. */
    static String withoutRun(String row) {
        return row.replaceAll("\"run_id\":\"[^\"]*\"", "");
    }

    private static List<CandidatePage> candidates(Film film, List<CandidatePage> pages) {
        return pages.stream()
                .filter(page -> TitleKey.of(film).contains(TitleKey.of(page.baseTitle())))
                .toList();
    }

    private static String text(Object value) {
        return new String(Json.write(value), UTF_8);
    }
}
