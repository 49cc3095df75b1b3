package io.marquee.processor.choose;

import io.marquee.records.Film;
import io.marquee.records.RunSettings;

/**
 * How a film's money did.
 *
 * @param ratio budget / revenue, or null where one is not known
 * @param returnOnBudget revenue / budget, or null where one is not known
 * @param notRankedReason why the film is not ranked, or null if it is
 */
public record Money(Double ratio, Double returnOnBudget, String notRankedReason) {

    /** Reckons a film's money up. */
    public static Money of(Film film, RunSettings settings) {
        boolean known = film.budget() > 0 && film.revenue() > 0;
        return new Money(
                known ? film.budget() / (double) film.revenue() : null,
                known ? film.revenue() / (double) film.budget() : null,
                reason(film, settings));
    }

    private static String reason(Film film, RunSettings settings) {
        if (film.budget() == 0 && film.revenue() == 0) {
            return "no budget and no revenue";
        }
        if (film.budget() == 0) {
            return "no budget";
        }
        if (film.revenue() == 0) {
            return "no revenue";
        }
        if (film.budget() < settings.minBudget()) {
            return "budget below " + settings.minBudget();
        }
        return film.revenue() < settings.minRevenue() ? "revenue below " + settings.minRevenue() : null;
    }
}
