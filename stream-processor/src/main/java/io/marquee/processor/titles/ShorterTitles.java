package io.marquee.processor.titles;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles that leave out a part of a longer one: its subtitle, its series, or whose it is. */
public final class ShorterTitles {

    private static final Pattern PARTS = Pattern.compile(": | [-–—] |,? or:? |; ");
    private static final Pattern WHOSE =
            Pattern.compile("^(?:\\p{L}[\\p{L}.]* ){0,2}\\p{L}+(?:'s|’s|s'|s’) (?=\\p{L})");

    /** What is left of a title must still tell something. */
    private static final int SHORTEST = 3;

    private ShorterTitles() {}

    /** The part before a colon or dash, the part after it, and all but the maker's name before it. */
    public static Set<String> of(String title) {
        Set<String> shorter = new LinkedHashSet<>();
        Matcher parts = PARTS.matcher(title);
        if (parts.find()) {
            add(shorter, title.substring(0, parts.start()));
            add(shorter, title.substring(parts.end()));
        }
        Matcher whose = WHOSE.matcher(title);
        if (whose.find()) {
            add(shorter, title.substring(whose.end()));
        }
        return shorter;
    }

    private static void add(Set<String> shorter, String title) {
        if (title.length() >= SHORTEST) {
            shorter.add(title);
        }
    }
}
