package io.marquee.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.choose.Enrichment;
import io.marquee.processor.choose.Ranking;
import io.marquee.processor.films.FilmName;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.join.TitleGroup;
import io.marquee.processor.pages.PageEntry;
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
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        Map<String, List<PageEntry>> entries = pages.stream()
                .flatMap(page -> PageReading.entries(page).stream())
                .collect(Collectors.groupingBy(PageEntry::key));
        Map<String, Map<String, FilmName>> names = new TreeMap<>();
        for (Film film : films) {
            TitleKey.of(film).forEach(key -> lead(key, FilmName.of(film), names, entries));
        }
        Map<Long, List<Candidate>> candidates = new TreeMap<>();
        names.forEach((key, ofKey) -> new TitleGroup(List.copyOf(ofKey.values()), entries.getOrDefault(key, List.of()))
                .candidates()
                .forEach((pair, candidate) -> candidates
                        .computeIfAbsent(pair.filmId(), film -> new ArrayList<>())
                        .add(candidate)));
        return candidates;
    }

    /** Takes a name in, and those to which aliases lead from it. */
    private static void lead(
            String key, FilmName name, Map<String, Map<String, FilmName>> names, Map<String, List<PageEntry>> entries) {
        names.computeIfAbsent(key, none -> new TreeMap<>()).put(name.identity(), name);
        for (PageEntry entry : entries.getOrDefault(key, List.of())) {
            if (entry.alias() != null) {
                name.by(entry.alias()).ifPresent(further -> lead(entry.alias().targetKey(), further, names, entries));
            }
        }
    }

    private static String text(Object value) {
        return new String(Json.write(value), UTF_8);
    }
}
