package io.marquee.records;

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

    private FilmGlance() {}

    /** Whether a page's title, abstract or sections show anything of a film. */
    public static boolean mayBeFilm(Page page) {
        if (namesFilm(page.title())) {
            return true;
        }
        for (String section : page.sections()) {
            if (SECTIONS.contains(section)) {
                return true;
            }
        }
        String text = page.abstractText();
        return text != null && (isFilmField(text) || namesFilm(text));
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
        for (int i = 0; i < text.length() - 3; i++) {
            boolean found = switch (text.charAt(i)) {
                case 'f', 'F' -> text.startsWith("ilm", i + 1);
                case 'm', 'M' ->
                    text.startsWith("ovie", i + 1)
                            || text.startsWith("otion picture", i + 1)
                            || text.startsWith("iniseries", i + 1);
                case 'd', 'D' -> text.startsWith("ocumentar", i + 1);
                case 's', 'S' -> text.startsWith("erial", i + 1);
                case 'a', 'A' -> text.startsWith("nimat", i + 1);
                case 'c', 'C' -> text.startsWith("artoon", i + 1);
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }
}
