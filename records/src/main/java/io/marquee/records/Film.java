package io.marquee.records;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of {@code movies_metadata.csv}, parsed to types. Text that is absent or blank is null, lists are never null.
 *
 * @param filmId the TMDB id, at least 1
 * @param imdbId such as {@code tt0114709}
 * @param title never blank
 * @param originalTitle in the original language
 * @param originalLanguage ISO 639-1 code
 * @param releaseDate of the first showing that TMDB knows
 * @param budget US dollars; 0 means not known
 * @param revenue US dollars; 0 means not known
 * @param runtime minutes
 * @param genres names
 * @param productionCompanies names
 * @param productionCountries ISO 3166-1 codes
 * @param spokenLanguages ISO 639-1 codes
 * @param collection name of the series of films it belongs to
 * @param voteAverage 0 to 10
 * @param voteCount number of votes
 * @param popularity TMDB's own measure, without a unit
 * @param status such as {@code Released}
 * @param tagline the slogan
 * @param overview the plot in short
 * @param homepage URL
 * @param posterPath path on TMDB's image host
 * @param adult whether TMDB marks it so
 * @param video whether it is a direct-to-video entry
 */
public record Film(
        long filmId,
        String imdbId,
        String title,
        String originalTitle,
        String originalLanguage,
        LocalDate releaseDate,
        long budget,
        long revenue,
        Double runtime,
        List<String> genres,
        List<String> productionCompanies,
        List<String> productionCountries,
        List<String> spokenLanguages,
        String collection,
        Double voteAverage,
        long voteCount,
        Double popularity,
        String status,
        String tagline,
        String overview,
        String homepage,
        String posterPath,
        Boolean adult,
        Boolean video) {}
