package io.marquee.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.choose.Enrichment;
import io.marquee.processor.choose.Ranking;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.join.WholeJoin;
import io.marquee.processor.pages.PageEntry;
import io.marquee.processor.pages.PageReading;
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
import java.util.TreeMap;

/** What the tables have to hold for sources and settings: reckoned at once and without any memory. */
record PlainJoin(Map<String, String> filmTable, List<String> report) {

    static PlainJoin of(Collection<Film> films, Collection<Page> pages, RunSettings settings) {
        Map<Long, List<Candidate>> candidates = candidates(films, pages);
        Map<String, String> table = new TreeMap<>();
        List<ReportRow> ranked = new ArrayList<>();
        for (Film film : films) {
            EnrichedFilm enriched =
                    Enrichment.enrich(film, candidates.getOrDefault(film.filmId(), List.of()), settings);
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

    private static Map<Long, List<Candidate>> candidates(Collection<Film> films, Collection<Page> pages) {
        List<PageEntry> entries = pages.stream()
                .flatMap(page -> PageReading.entries(page).stream())
                .toList();
        Map<Long, List<Candidate>> candidates = new TreeMap<>();
        WholeJoin.of(films, entries)
                .values()
                .forEach(group -> group.candidates()
                        .forEach((pair, candidate) -> candidates
                                .computeIfAbsent(pair.filmId(), film -> new ArrayList<>())
                                .add(candidate)));
        return candidates;
    }

    private static String text(Object value) {
        return new String(Json.write(value), UTF_8);
    }
}
