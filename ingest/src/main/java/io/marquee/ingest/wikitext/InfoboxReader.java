package io.marquee.ingest.wikitext;

import io.marquee.records.Infobox;
import java.util.List;

/** Reads the facts of an infobox, as far as it goes. */
final class InfoboxReader {

    private static final int WORD = "infobox".length();
    private static final List<String> NAMES = List.of("name", "title", "show name", "film name");
    private static final List<String> YEARS =
            List.of("released", "release date", "release", "first aired", "first run", "airdate", "year");
    private static final List<String> DIRECTORS = List.of("director", "directors", "directed by");
    private static final List<String> ACTORS = List.of("starring", "stars", "cast");
    private static final List<String> IDS = List.of("imdb id", "imdb");

    private final String text;
    private final Pairs pairs;
    private final Template box;

    private InfoboxReader(String text, Pairs pairs, Template box) {
        this.text = text;
        this.pairs = pairs;
        this.box = box;
    }

    /**
     * Reads the infobox that begins at a position.
     *
     * @param to where the lead ends
     * @param imdbIds takes up the id in it
     */
    static Infobox read(String text, Pairs pairs, int start, int to, ImdbIds imdbIds) {
        int end = pairs.end(start) > 0 ? pairs.end(start) - 2 : openEnd(text, start, to);
        return new InfoboxReader(text, pairs, Template.read(text, pairs, start + 2, end)).read(imdbIds);
    }

    /** A box that is not closed goes as far as the first empty line, or the line that begins with the title. */
    private static int openEnd(String text, int start, int to) {
        int name = start + 2;
        while (Character.isWhitespace(text.charAt(name))) {
            name++;
        }
        int title = Bounds.find(text, "\n'''", name, to);
        int empty = Bounds.find(text, "\n\n", name, title < 0 ? to : title);
        return empty >= 0 ? empty : title >= 0 ? title : to;
    }

    private Infobox read(ImdbIds imdbIds) {
        Template.Part id = field(IDS);
        if (id != null) {
            imdbIds.add(text, id.from(), id.to(), true);
        }
        Template.Part name = field(NAMES);
        return new Infobox(
                box.name().substring(WORD).strip(),
                name == null ? null : new Plain(text, pairs).tidy(name.from(), name.to()),
                years(),
                people(DIRECTORS),
                people(ACTORS));
    }

    private List<Integer> years() {
        Years years = new Years(text, pairs);
        for (String key : YEARS) {
            Template.Part field = field(List.of(key));
            if (field != null) {
                years.read(field.from(), field.to());
            }
        }
        return years.found();
    }

    private List<String> people(List<String> keys) {
        Template.Part field = field(keys);
        return field == null ? List.of() : People.read(text, pairs, field.from(), field.to());
    }

    /** The last field that is not blank of those with the first of the keys that is there; null if there is none. */
    private Template.Part field(List<String> keys) {
        for (String key : keys) {
            Template.Part found = null;
            for (Template.Part part : box.parts()) {
                if (key.equals(part.key()) && !isBlank(part)) {
                    found = part;
                }
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean isBlank(Template.Part part) {
        for (int i = part.from(); i < part.to(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
