package io.marquee.processor.pages;

import java.util.Map;

/** How much what an article shows says for a film, above zero, or against. */
final class SignWeights {

    /** What the lead says is something else. */
    static final double OTHER_LEAD = -4;

    /** It says of itself that it lists namesakes. */
    static final double DISAMBIGUATION = -10;

    /** Its infobox is one for films: nothing else has it. */
    static final double FILM_BOX = 4;

    /** Its infobox is one for something else: the article may tell of a film too, yet is not about it. */
    static final double OTHER_BOX = -5;

    /** It is in a category of films of a year, which only films are. */
    static final double FILM_CATEGORY = 3;

    /** It is in a category of other things. */
    static final double OTHER_CATEGORY = -4;

    /** It gives an IMDb id, which series have too. */
    static final double IMDB_ID = 1;

    /** A word of the lead that says film. */
    static final Map<String, Double> LEAD_WORDS = Map.of(
            "film", 3.0,
            "movie", 3.0,
            "motion picture", 3.0,
            "documentary", 2.0,
            "feature", 2.0,
            "animation", 1.5,
            "miniseries", -1.0,
            "serial", 0.0);

    /** Fields of film infoboxes; a field that other infoboxes have as well counts less. */
    static final Map<String, Double> FIELDS = Map.ofEntries(
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
    static final Map<String, Double> OTHER_FIELDS = Map.ofEntries(
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
    static final Map<String, Double> SECTIONS = Map.ofEntries(
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

    private SignWeights() {}
}
