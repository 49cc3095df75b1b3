package io.marquee.processor.pages;

import io.marquee.processor.titles.TitleKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page's title, taken apart by Wikipedia's custom: the plain title where it is the main use of the words, else with
 * words in parentheses that tell it from its namesakes.
 *
 * @param base the title without those words
 * @param kind what they say
 * @param year the year in them, or null
 */
public record PageTitle(String base, TitleKind kind, Integer year) {

    private static final Pattern PARENTHESES = Pattern.compile("^(.+?)[ _]\\(([^()]+)\\)$");
    private static final Pattern YEAR = Pattern.compile("\\b(1[89]\\d\\d|20\\d\\d)\\b");
    private static final Pattern FILM = Pattern.compile("\\b(?:film|movie)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCREEN = Pattern.compile(
            "\\b(?:miniseries|mini-series|serial|TV special|television special|TV play|short|cartoon|documentary|video)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:novels?|novella|book|short story|story|play|musical|opera|ballet|comics?|manga|album|EP|song|single"
                    + "|soundtrack|score|band|group|musician|rapper|singer|series|season \\d+|episode|programme|program|show"
                    + "|franchise|universe|character|video game|game|disambiguation|actor|actress|director|politician"
                    + "|footballer|magazine|newspaper|poem|painting|mythology|given name|surname|name|town|city|village"
                    + "|river|ship|company|horse)$",
            Pattern.CASE_INSENSITIVE);

    /** Takes a title apart. */
    public static PageTitle parse(String title) {
        Matcher parentheses = title.endsWith(")") ? PARENTHESES.matcher(title) : null;
        if (parentheses == null || !parentheses.find()) {
            return new PageTitle(title, TitleKind.PLAIN, null);
        }
        String words = parentheses.group(2);
        TitleKind kind = kind(words);
        if (kind == TitleKind.PLAIN) {
            return new PageTitle(title, TitleKind.PLAIN, null);
        }
        Matcher year = YEAR.matcher(words);
        return new PageTitle(parentheses.group(1), kind, year.find() ? Integer.valueOf(year.group()) : null);
    }

    /** The title key under which the page is found. */
    public String key() {
        return TitleKey.of(base);
    }

    private static TitleKind kind(String words) {
        if (FILM.matcher(words).find()) {
            return TitleKind.FILM;
        }
        if (OTHER.matcher(words).find()) {
            return TitleKind.OTHER;
        }
        return SCREEN.matcher(words).find() ? TitleKind.SCREEN : TitleKind.PLAIN;
    }
}
