package io.marquee.processor.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an article's abstract and sections say for and against its being about a film.
 *
 * @param score the sum: above zero for a film, below zero against
 * @param year the year of the film that the abstract names, or null
 * @param signs what spoke, to read
 */
record FilmSigns(double score, Integer year, List<String> signs) {

    /** What the lead sentence says that the subject is, up to where it goes on to tell more. */
    private static final Pattern LEAD = Pattern.compile(
            "\\b(?:is|was|are|were) (?:an?|the|one of the) (.{0,150}?)(?=[,.;:]|$| (?:directed|written|produced|starring|"
                    + "based|made|released|about|adapted|set|by|from|in|of|on|for|that|which|who|featuring|with) )",
            Pattern.CASE_INSENSITIVE);

    /** The last of these in what the lead says decides: an American musical film is a film, a film actor an actor. */
    private static final Pattern KIND = Pattern.compile(
            "\\b(film|movie|motion picture|documentary|feature|animation|miniseries|serial|novel|novella|book|album|song|"
                    + "single|soundtrack|band|series|sitcom|video game|franchise|character|musical|play|opera|magazine|"
                    + "village|town|city|species|actor|actress|singer|politician|director|producer|player|footballer|"
                    + "trilogy|festival|studio|company|score)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\b(1[89]\\d\\d|20\\d\\d)\\b");
    private static final Pattern FIELD = Pattern.compile("^\\s*\\|\\s*([A-Za-z_ ]+?)\\s*=");
    private static final Pattern DISAMBIGUATION = Pattern.compile("\\b(?:may|can|could)(?: also)? refer to\\b");
    private static final int LEAD_LENGTH = 300;

    /** A word of the lead that says film. */
    private static final Map<String, Double> LEAD_WORDS = Map.of(
            "film", 3.0,
            "movie", 3.0,
            "motion picture", 3.0,
            "documentary", 2.0,
            "feature", 2.0,
            "animation", 1.5,
            "miniseries", -1.0,
            "serial", 0.0);

    private static final double OTHER_LEAD = -4;

    /** Fields of film infoboxes; a field that other infoboxes have as well counts less. */
    private static final Map<String, Double> FIELDS = Map.ofEntries(
            Map.entry("screenplay", 2.0),
            Map.entry("cinematography", 2.0),
            Map.entry("director", 2.0),
            Map.entry("gross", 2.0),
            Map.entry("writer", 1.0),
            Map.entry("story", 1.0),
            Map.entry("based_on", 1.0),
            Map.entry("narrator", 1.0),
            Map.entry("starring", 1.0),
            Map.entry("producer", 0.5),
            Map.entry("music", 0.5),
            Map.entry("runtime", 0.5),
            Map.entry("studio", 0.5));

    /** Fields of the infoboxes of other things. */
    private static final Map<String, Double> OTHER_FIELDS = Map.ofEntries(
            Map.entry("birth_place", -4.0),
            Map.entry("birth_date", -4.0),
            Map.entry("population", -4.0),
            Map.entry("pushpin_map", -4.0),
            Map.entry("coordinates_ref", -4.0),
            Map.entry("english_pub_date", -4.0),
            Map.entry("publisher", -3.0),
            Map.entry("pages", -4.0),
            Map.entry("author", -3.0),
            Map.entry("label", -4.0),
            Map.entry("length", -2.0),
            Map.entry("platforms", -4.0),
            Map.entry("developer", -4.0),
            Map.entry("network", -3.0),
            Map.entry("num_episodes", -3.0),
            Map.entry("last_aired", -3.0));

    /** Sections that articles on films have, and sections that they do not have. */
    private static final Map<String, Double> SECTIONS = Map.ofEntries(
            Map.entry("cast", 1.0),
            Map.entry("box office", 1.5),
            Map.entry("plot", 0.5),
            Map.entry("production", 0.5),
            Map.entry("filming", 1.0),
            Map.entry("release", 0.5),
            Map.entry("home media", 1.0),
            Map.entry("theatrical release", 1.5),
            Map.entry("critical response", 0.5),
            Map.entry("accolades", 0.5),
            Map.entry("soundtrack", 0.5),
            Map.entry("episodes", -4.0),
            Map.entry("episode list", -4.0),
            Map.entry("track listing", -4.0),
            Map.entry("personnel", -2.0),
            Map.entry("charts", -2.0),
            Map.entry("discography", -4.0),
            Map.entry("filmography", -4.0),
            Map.entry("early life", -4.0),
            Map.entry("gameplay", -4.0),
            Map.entry("film adaptation", -4.0),
            Map.entry("adaptations", -2.0),
            Map.entry("geography", -4.0),
            Map.entry("demographics", -4.0),
            Map.entry("other uses", -4.0));

    /** Reads an article's abstract and sections. */
    static FilmSigns of(String abstractText, List<String> sections) {
        List<String> signs = new ArrayList<>();
        double score = 0;
        Integer year = null;
        String text = abstractText == null ? "" : abstractText;
        String start = text.substring(0, Math.min(text.length(), LEAD_LENGTH));
        Matcher lead = LEAD.matcher(start);
        Matcher field = FIELD.matcher(start);
        if (DISAMBIGUATION.matcher(start).find()) {
            score -= 10;
            signs.add("-10 may refer to several things");
        } else if (field.find()) {
            String name = field.group(1).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            score += add(signs, "field " + name, FIELDS.getOrDefault(name, OTHER_FIELDS.getOrDefault(name, 0.0)));
        } else if (lead.find()) {
            String kind = lastKind(lead.group(1));
            score += add(signs, "lead says " + kind, kind.isEmpty() ? 0 : LEAD_WORDS.getOrDefault(kind, OTHER_LEAD));
            Matcher found = YEAR.matcher(lead.group(1));
            year = found.find() ? Integer.valueOf(found.group()) : null;
        }
        for (String section : sections) {
            score += add(signs, section, SECTIONS.getOrDefault(section.toLowerCase(Locale.ROOT), 0.0));
        }
        return new FilmSigns(score, year, signs);
    }

    private static String lastKind(String lead) {
        Matcher kinds = KIND.matcher(lead);
        String last = "";
        while (kinds.find()) {
            last = kinds.group(1).toLowerCase(Locale.ROOT);
        }
        return last;
    }

    private static double add(List<String> signs, String what, double weight) {
        if (weight != 0) {
            signs.add((weight > 0 ? "+" : "") + weight + " " + what);
        }
        return weight;
    }
}
