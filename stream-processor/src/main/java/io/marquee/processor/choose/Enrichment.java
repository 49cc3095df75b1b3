package io.marquee.processor.choose;

import io.marquee.processor.join.Candidate;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.Film;
import io.marquee.records.ReportRow;
import io.marquee.records.RunSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts a film, its money and its page together. Pure. */
public final class Enrichment {

    private Enrichment() {}

    /** The film as it is published. */
    public static EnrichedFilm enrich(Film film, Collection<Candidate> candidates, RunSettings settings) {
        Money money = Money.of(film, settings);
        List<Candidate> likeliestFirst = Likelihood.order(candidates);
        Optional<Candidate> match =
                likeliestFirst.stream().filter(Candidate::isLink).findFirst();
        Optional<CandidatePage> page = match.map(Candidate::page);
        return new EnrichedFilm(
                film,
                film.releaseDate() == null ? null : film.releaseDate().getYear(),
                money.ratio(),
                money.returnOnBudget(),
                page.map(CandidatePage::title).orElse(null),
                page.map(CandidatePage::url).orElse(null),
                page.map(CandidatePage::abstractText).orElse(null),
                match.map(Candidate::method).orElse(null),
                match.map(Candidate::confidence).orElse(null),
                match.map(Candidate::words).orElse(null),
                Likelihood.lines(likeliestFirst),
                money.notRankedReason());
    }

    /** A ranked film as a row of the report, before its rank is known. */
    public static ReportRow row(EnrichedFilm enriched, String run) {
        Film film = enriched.film();
        return new ReportRow(
                run,
                0,
                film.filmId(),
                film.title(),
                enriched.year(),
                film.budget(),
                film.revenue(),
                enriched.ratio(),
                enriched.returnOnBudget(),
                film.voteAverage(),
                film.voteCount(),
                film.productionCompanies(),
                film.genres(),
                enriched.wikipediaUrl(),
                enriched.wikipediaAbstract());
    }
}
