package io.marquee.ingest.wikitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the ids of titles at IMDb, each once, in their normal form. */
final class ImdbIds {

    private static final Set<String> TEMPLATES = Set.of("imdbtitle", "imdbfilm", "imdbmovie", "imdb");
    private static final String SITE = "imdb.com/title/tt";

    /** Letters and the dot of {@code akas.} and its like. */
    private static final int LONGEST_HOST = 8;

    /** What a template may say before and behind its id. Characters. */
    private static final int LONGEST_TEMPLATE = 400;

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 10;
    private static final int MOST = 10;

    private final List<String> ids = new ArrayList<>();

    List<String> found() {
        return List.copyOf(ids);
    }

    /** Takes up the id of the template that begins here, if it is one of IMDb's and has an id. */
    void template(String text, int start, int to) {
        if (!text.regionMatches(true, skipSpace(text, start, to), "imdb", 0, 4)) {
            return;
        }
        int end = Bounds.find(text, "}}", start, Math.min(to, start + LONGEST_TEMPLATE));
        if (end < 0) {
            return;
        }
        String inner = text.substring(start, end);
        Template template = Template.read(inner, Pairs.of(inner, 0, inner.length()), 0, inner.length());
        if (TEMPLATES.contains(template.name().replace(" ", ""))) {
            Template.Part id = template.named("id") == null ? template.place(1) : template.named("id");
            if (id != null) {
                add(inner, id.from(), id.to(), true);
            }
        }
    }

    /** Takes up the id in the address that begins here, if it is a title's. */
    void address(String text, int start, int to) {
        int i = start;
        if (text.startsWith("http", i)) {
            i += text.startsWith("https", i) ? 5 : 4;
            if (!text.startsWith(":", i)) {
                return;
            }
            i++;
        }
        if (!text.startsWith("//", i)) {
            return;
        }
        i += 2;
        int host = i;
        if (!isSite(text, i)) {
            host = Bounds.find(text, ".", i, Math.min(to, i + LONGEST_HOST)) + 1;
        }
        if (isSite(text, host)) {
            add(text, host + SITE.length() - 2, to, false);
        }
    }

    /** Takes up an id, with or without its {@code tt}; if it must stand alone nothing but space may follow it. */
    void add(String text, int from, int to, boolean alone) {
        int i = skipSpace(text, from, to);
        if (text.regionMatches(true, i, "tt", 0, 2)) {
            i += 2;
        }
        int end = i;
        while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int rest = end < to && text.charAt(end) == '/' ? end + 1 : end;
        if (alone && skipSpace(text, rest, to) < to) {
            return;
        }
        while (i < end && text.charAt(i) == '0') {
            i++;
        }
        if (i == end || end - i > MOST_DIGITS || ids.size() == MOST) {
            return;
        }
        String digits = text.substring(i, end);
        String id = "tt" + "0".repeat(Math.max(0, FEWEST_DIGITS - digits.length())) + digits;
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    private static boolean isSite(String text, int start) {
        return text.regionMatches(true, start, SITE, 0, SITE.length());
    }

    private static int skipSpace(String text, int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
