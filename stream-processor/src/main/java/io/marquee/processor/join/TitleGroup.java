package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.match.Pairing;
import io.marquee.processor.match.Pairings;
import io.marquee.processor.pages.Alias;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.PageEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What shares a title key: films by their names, pages, and aliases of pages. Pure.
 *
 * @param names of films
 * @param entries pages and aliases
 */
public record TitleGroup(List<FilmName> names, List<PageEntry> entries) {

    /** A candidate's key within its group. */
    public record Pair(long filmId, String title) {}

    /** All pairs of a film and a page. */
    public Map<Pair, Candidate> candidates() {
        Map<Pair, Candidate> candidates = new LinkedHashMap<>();
        List<Pairing> pairings = pairings();
        Map<Pairing, Long> taken = Pairings.taken(pairings);
        for (Pairing pairing : pairings) {
            candidates.put(
                    new Pair(pairing.film().filmId(), pairing.page().title()),
                    Candidate.of(pairing, taken.get(pairing)));
        }
        return candidates;
    }

    /** All pairs of a film and a page, as they are weighed. */
    public List<Pairing> pairings() {
        List<CandidatePage> pages =
                entries.stream().map(PageEntry::page).filter(Objects::nonNull).toList();
        return pages.isEmpty() ? List.of() : Pairings.of(names, pages);
    }

    /** The films under the keys of the pages whose aliases are here, by identity. */
    public Map<String, FilmName> ledOn() {
        Map<String, FilmName> ledOn = new LinkedHashMap<>();
        for (PageEntry entry : entries) {
            Alias alias = entry.alias();
            if (alias != null) {
                names.forEach(name -> name.by(alias).ifPresent(further -> ledOn.put(further.identity(), further)));
            }
        }
        return ledOn;
    }
}
