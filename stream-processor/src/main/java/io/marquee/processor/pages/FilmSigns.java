package io.marquee.processor.pages;

import io.marquee.records.Infobox;
import io.marquee.records.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an article says for and against its being about a film.
 *
 * @param score the sum: above zero for a film, below zero against
 * @param years the years of the film that it gives, as far as it is one
 * @param signs what spoke, to read
 */
record FilmSigns(double score, List<Integer> years, List<String> signs) {

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
    private static final Pattern DESCRIBED = Pattern.compile("^(1[89]\\d\\d|20\\d\\d) .*\\bfilm\\b");
    private static final Pattern FILM_BOX = Pattern.compile("film|movie|short film|documentary|hollywood cartoon");
    private static final Pattern FILM_CATEGORY = Pattern.compile("(1[89]\\d\\d|20\\d\\d)\\b.* films");
    private static final Pattern OTHER_CATEGORY = Pattern.compile(
            "\\b(?:births|deaths|living people|disambiguation|novels|books|albums|songs|singles|video games|musicals"
                    + "|plays|television series|series debuts|populated places|film actors|film directors)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LEAD_LENGTH = 300;

    /** Reads an article's text and sections. */
    static FilmSigns of(Page page) {
        Reading reading = new Reading();
        reading.infobox(page.infobox());
        reading.categories(page.categories());
        if (!page.imdbIds().isEmpty()) {
            reading.add("IMDb id", SignWeights.IMDB_ID);
        }
        if (page.shortDescription() != null) {
            reading.years(DESCRIBED.matcher(page.shortDescription()));
        }
        reading.lead(page.abstractText());
        for (String section : page.sections()) {
            reading.add(section, SignWeights.SECTIONS.getOrDefault(section.toLowerCase(Locale.ROOT), 0.0));
        }
        return new FilmSigns(reading.score, List.copyOf(reading.years), reading.signs);
    }

    /** One reading, which adds up. */
    private static final class Reading {

        private final Set<Integer> years = new LinkedHashSet<>();
        private final List<String> signs = new ArrayList<>();
        private double score;

        private void infobox(Infobox infobox) {
            if (infobox == null) {
                return;
            }
            boolean film = FILM_BOX.matcher(infobox.kind()).matches();
            add("infobox " + infobox.kind(), film ? SignWeights.FILM_BOX : SignWeights.OTHER_BOX);
            if (film) {
                years.addAll(infobox.years());
            }
        }

        private void categories(List<String> categories) {
            boolean isFilm = false;
            boolean isOther = false;
            for (String category : categories) {
                Matcher film = FILM_CATEGORY.matcher(category);
                if (film.matches()) {
                    isFilm = true;
                    years.add(Integer.valueOf(film.group(1)));
                }
                isOther |= OTHER_CATEGORY.matcher(category).find();
            }
            add("category of films", isFilm ? SignWeights.FILM_CATEGORY : 0);
            add("category of other things", isOther && !isFilm ? SignWeights.OTHER_CATEGORY : 0);
        }

        private void lead(String abstractText) {
            String text = abstractText == null ? "" : abstractText;
            String start = text.substring(0, Math.min(text.length(), LEAD_LENGTH));
            Matcher lead = LEAD.matcher(start);
            Matcher field = FIELD.matcher(start);
            if (DISAMBIGUATION.matcher(start).find()) {
                add("may refer to several things", SignWeights.DISAMBIGUATION);
            } else if (field.find()) {
                String name = field.group(1).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
                Double weight = SignWeights.FIELDS.get(name);
                add("field " + name, weight != null ? weight : SignWeights.OTHER_FIELDS.getOrDefault(name, 0.0));
            } else if (lead.find()) {
                String kind = lastKind(lead.group(1));
                add(
                        "lead says " + kind,
                        kind.isEmpty() ? 0 : SignWeights.LEAD_WORDS.getOrDefault(kind, SignWeights.OTHER_LEAD));
                years(YEAR.matcher(lead.group(1)));
            }
        }

        private void years(Matcher year) {
            if (year.find()) {
                years.add(Integer.valueOf(year.group(1)));
            }
        }

        private void add(String what, double weight) {
            if (weight != 0) {
                score += weight;
                signs.add((weight > 0 ? "+" : "") + weight + " " + what);
            }
        }
    }

    private static String lastKind(String lead) {
        Matcher kinds = KIND.matcher(lead);
        String last = "";
        while (kinds.find()) {
            last = kinds.group(1).toLowerCase(Locale.ROOT);
        }
        return last;
    }
}
