package io.marquee.ops.pipeline;

import io.marquee.ingest.films.FilmReader;
import io.marquee.ingest.films.FilmSink;
import io.marquee.ingest.pages.PagePlace;
import io.marquee.ingest.pages.PageSink;
import io.marquee.ingest.pages.PageSource;
import io.marquee.ingest.source.Sources;
import io.marquee.processor.choose.Enrichment;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.join.WholeJoin;
import io.marquee.processor.pages.PageEntry;
import io.marquee.processor.pages.PageReading;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.Film;
import io.marquee.records.FilmGlance;
import io.marquee.records.Page;
import io.marquee.records.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run comes to, by the same readers and the same reckoning, at once and without Kafka. */
final class WholeRun {

    private WholeRun() {}

    /** The films of a source with the pages of a dump, by id. */
    static Map<Long, EnrichedFilm> of(Path films, Path dump) throws IOException {
        List<Film> read = films(films);
        Map<Long, List<Candidate>> candidates = new HashMap<>();
        WholeJoin.of(read, entries(dump))
                .values()
                .forEach(group -> group.candidates()
                        .values()
                        .forEach(candidate -> candidates
                                .computeIfAbsent(candidate.filmId(), film -> new ArrayList<>())
                                .add(candidate)));
        Map<Long, EnrichedFilm> enriched = new HashMap<>();
        for (Film film : read) {
            enriched.put(
                    film.filmId(),
                    Enrichment.enrich(film, candidates.getOrDefault(film.filmId(), List.of()), RunSettings.DEFAULT));
        }
        return enriched;
    }

    private static List<Film> films(Path file) throws IOException {
        List<Film> films = new ArrayList<>();
        new FilmReader(Sources.of(file.toString()), Integer.MAX_VALUE)
                .read(
                        new FilmSink() {
                            @Override
                            public void film(String place, Film film) {
                                films.add(film);
                            }

                            @Override
                            public void rejected(String place, String reason, String row) {}
                        },
                        (content, reading) -> {});
        return films;
    }

    private static List<PageEntry> entries(Path file) throws IOException {
        List<PageEntry> entries = new ArrayList<>();
        new PageSource(Sources.of(file.toString()))
                .read(
                        new PageSink() {
                            @Override
                            public void page(PagePlace place, Page page) {
                                if (FilmGlance.mayBeFilm(page)) {
                                    entries.addAll(PageReading.entries(page));
                                }
                            }

                            @Override
                            public void otherPage(PagePlace place, String title) {}

                            @Override
                            public void rejected(PagePlace place, String reason, Page page) {}
                        },
                        content -> {});
        return entries;
    }
}
