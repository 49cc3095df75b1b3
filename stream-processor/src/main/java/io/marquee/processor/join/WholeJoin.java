package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.PageEntry;
import io.marquee.processor.titles.TitleKey;
import io.marquee.records.Film;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The join of all films and pages at once, in memory: what the join of streams has to come to, for those who check or
 * measure it.
 */
public final class WholeJoin {

    private final Map<String, List<PageEntry>> entries;
    private final Map<String, Map<String, FilmName>> names = new TreeMap<>();

    private WholeJoin(Collection<PageEntry> entries) {
        this.entries = entries.stream().collect(Collectors.groupingBy(PageEntry::key));
    }

    /** The groups of films and pages by title key; those without a film are left out. */
    public static Map<String, TitleGroup> of(Collection<Film> films, Collection<PageEntry> entries) {
        WholeJoin join = new WholeJoin(entries);
        for (Film film : films) {
            TitleKey.of(film).forEach(key -> join.take(key, FilmName.of(film)));
        }
        Map<String, TitleGroup> groups = new TreeMap<>();
        join.names.forEach(
                (key, ofKey) -> groups.put(key, new TitleGroup(List.copyOf(ofKey.values()), join.pages(key))));
        return groups;
    }

    private List<CandidatePage> pages(String key) {
        return entries.getOrDefault(key, List.of()).stream()
                .map(PageEntry::page)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Takes a name in, and those to which aliases lead from it. */
    private void take(String key, FilmName name) {
        names.computeIfAbsent(key, none -> new TreeMap<>()).put(name.identity(), name);
        for (PageEntry entry : entries.getOrDefault(key, List.of())) {
            if (entry.alias() != null) {
                name.by(entry.alias()).ifPresent(further -> take(entry.alias().targetKey(), further));
            }
        }
    }
}
