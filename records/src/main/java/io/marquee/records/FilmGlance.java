package io.marquee.records;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells at a glance which pages may be a film's and are sent whole; what shows nothing of a film goes among the {@link
 * OtherPages}. Whether a page is a film's is for the stream processor to say, which reads what is sent closely.
 */
public final class FilmGlance {

    private static final Set<String> SECTIONS = Set.of(
            "Plot",
            "Cast",
            "Box office",
            "Production",
            "Filming",
            "Accolades",
            "Critical response",
            "Home media",
            "Theatrical release");

    private static final Set<String> FIELDS = Set.of(
            "animator",
            "based_on",
            "budget",
            "cinematography",
            "director",
            "directors",
            "distributor",
            "editing",
            "gross",
            "music",
            "narrator",
            "producer",
            "producers",
            "production_companies",
            "released",
            "runtime",
            "screenplay",
            "starring",
            "story",
            "studio",
            "writer",
            "writers");

    /** An article says at once what it is about. Characters. */
    private static final int LONGEST_LEAD = 400;

    private FilmGlance() {}

    /** Whether a page shows anything of a film, or may be another name of one. */
    public static boolean mayBeFilm(Page page) {
        // Only the words in parentheses tell what a title is of.
        boolean hasParentheses = page.title().endsWith(")");
        if (hasParentheses && namesFilm(page.title())) {
            return true;
        }
        if (page.redirect() != null) {
            return !hasParentheses;
        }
        if (factsShowFilm(page.sections(), page.infobox(), page.categories(), page.imdbIds())) {
            return true;
        }
        String text = page.abstractText();
        return text != null && (isFilmField(text) || namesFilm(text));
    }

    /** Whether what an article tells beside its text shows anything of a film. */
    public static boolean factsShowFilm(
            List<String> sections, Infobox infobox, List<String> categories, List<String> imdbIds) {
        if (!imdbIds.isEmpty() || (infobox != null && namesFilm(infobox.kind()))) {
            return true;
        }
        for (String category : categories) {
            if (category.endsWith(" films")) {
                return true;
            }
        }
        for (String section : sections) {
            if (SECTIONS.contains(section)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text names a film or something like it anywhere up to an end. */
    public static boolean namesFilm(String text, int end) {
        int last = end - 3;
        for (int i = 0; i < last; i++) {
            if (isFilmWord(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an abstract is debris of an infobox in which films are described. */
    private static boolean isFilmField(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == text.length() || text.charAt(start) != '|') {
            return start < text.length() && text.charAt(start) == '}';
        }
        int end = text.indexOf('=', start);
        return end > 0
                && FIELDS.contains(text.substring(start + 1, end)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '_'));
    }

    private static boolean namesFilm(String text) {
        return namesFilm(text, Math.min(text.length(), LONGEST_LEAD));
    }

    private static boolean isFilmWord(String text, int i) {
        char second = text.charAt(i + 1);
        return switch (text.charAt(i)) {
            case 'f', 'F' -> second == 'i' && text.startsWith("lm", i + 2);
            case 'm', 'M' ->
                (second == 'o' && (text.startsWith("vie", i + 2) || text.startsWith("tion picture", i + 2)))
                        || (second == 'i' && text.startsWith("niseries", i + 2));
            case 'd', 'D' -> second == 'o' && text.startsWith("cumentar", i + 2);
            case 's', 'S' -> second == 'e' && text.startsWith("rial", i + 2);
            case 'a', 'A' -> second == 'n' && text.startsWith("imat", i + 2);
            case 'c', 'C' -> second == 'a' && text.startsWith("rtoon", i + 2);
            default -> false;
        };
    }
}
