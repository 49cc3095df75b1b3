package io.marquee.processor.match;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.pages.CandidatePage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All pairs of films and pages under one title key, and who gets a page that more than one film wants. Pure. */
public final class Pairings {

    /** A link that is less likely than this is none. */
    public static final double LEAST_CONFIDENCE = 0.6;

    /** What an IMDb id says first, then the surest; among equals the film that is known better. Complete. */
    private static final Comparator<Pairing> SUREST = Comparator.comparing(Pairing::isByImdbId)
            .thenComparingDouble(Pairing::odds)
            .thenComparingDouble(pairing -> pairing.page().filmEvidence())
            .thenComparingLong(pairing -> pairing.film().votes())
            .reversed()
            .thenComparingLong(pairing -> pairing.film().filmId())
            .thenComparing(pairing -> pairing.page().title());

    private Pairings() {}

    /** Compares each film with each page for which it has a name here. */
    public static List<Pairing> of(Collection<FilmName> names, Collection<CandidatePage> pages) {
        Map<Long, List<FilmName>> films = new LinkedHashMap<>();
        names.forEach(name ->
                films.computeIfAbsent(name.filmId(), id -> new ArrayList<>()).add(name));
        Namesakes namesakes = new Namesakes(names, pages);
        List<Pairing> pairings = new ArrayList<>();
        films.values()
                .forEach(ofFilm -> pages.forEach(page -> {
                    List<FilmName> leading = ofFilm.stream()
                            .filter(name -> name.isFor(page.title()))
                            .toList();
                    if (!leading.isEmpty()) {
                        Set<Evidence> evidence = Comparison.of(leading, page);
                        if (evidence.contains(Evidence.NO_YEAR)) {
                            evidence.addAll(namesakes.of(leading.get(0), page));
                        }
                        pairings.add(new Pairing(leading.get(0), page, evidence));
                    }
                }));
        return pairings;
    }

    /**
     * The pairings whose page goes to another film: the surest takes first, and each film one page. Two films share a page
     * only where it gives the IMDb ids of both.
     *
     * @return for each such pairing the film that takes its page
     */
    public static Map<Pairing, Long> taken(Collection<Pairing> pairings) {
        List<Pairing> surestFirst = pairings.stream()
                .filter(pairing -> pairing.confidence() >= LEAST_CONFIDENCE)
                .sorted(SUREST)
                .toList();
        Map<String, Pairing> owners = new HashMap<>();
        Set<Long> served = new HashSet<>();
        for (Pairing pairing : surestFirst) {
            long film = pairing.film().filmId();
            if (!served.contains(film) && !owners.containsKey(pairing.page().title())) {
                owners.put(pairing.page().title(), pairing);
                served.add(film);
            }
        }
        Map<Pairing, Long> taken = new HashMap<>();
        for (Pairing pairing : pairings) {
            Pairing owner = owners.get(pairing.page().title());
            if (owner != null
                    && owner.film().filmId() != pairing.film().filmId()
                    && !(owner.isByImdbId() && pairing.isByImdbId())) {
                taken.put(pairing, owner.film().filmId());
            }
        }
        return taken;
    }
}
