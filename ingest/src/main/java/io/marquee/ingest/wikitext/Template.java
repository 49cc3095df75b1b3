package io.marquee.ingest.wikitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A template as it stands in a text.
 *
 * @param name in lower case, with spaces for underscores
 * @param parts what stands between its bars, without the name
 */
record Template(String name, List<Part> parts) {

    /** No name is longer. Characters. */
    private static final int LONGEST_NAME = 80;

    /**
     * A parameter.
     *
     * @param key in lower case, with spaces for underscores; null if it has only its place
     * @param from where the value begins in the text
     * @param to where it ends
     */
    record Part(String key, int from, int to) {}

    /** Reads the template whose inner text this is. */
    static Template read(String text, Pairs pairs, int from, int to) {
        List<Part> parts = new ArrayList<>();
        int nameEnd = bar(text, pairs, from, to);
        int bar = nameEnd;
        while (bar < to) {
            int next = bar(text, pairs, bar + 1, to);
            parts.add(part(text, pairs, bar + 1, next));
            bar = next;
        }
        return new Template(name(text, from, nameEnd), parts);
    }

    /** The value of a parameter that has only its place, or its number for a key; null if there is none. */
    Part place(int number) {
        int place = 0;
        Part found = null;
        for (Part part : parts) {
            if (part.key == null ? ++place == number : part.key.equals(String.valueOf(number))) {
                found = part;
            }
        }
        return found;
    }

    /** The last parameter that has only its place; null if there is none. */
    Part last() {
        Part last = null;
        for (Part part : parts) {
            if (part.key == null) {
                last = part;
            }
        }
        return last;
    }

    Part named(String key) {
        for (Part part : parts) {
            if (key.equals(part.key)) {
                return part;
            }
        }
        return null;
    }

    /** The next bar that is not within a template or link, or the end. */
    static int bar(String text, Pairs pairs, int from, int to) {
        return find('|', text, pairs, from, to);
    }

    private static Part part(String text, Pairs pairs, int from, int to) {
        int equals = find('=', text, pairs, from, to);
        String key = equals < to && equals - from <= LONGEST_NAME ? name(text, from, equals) : null;
        // An attribute of a tag, or an address, is no key.
        boolean isKey = key != null && key.indexOf('<') < 0 && key.indexOf('/') < 0;
        return isKey ? new Part(key, equals + 1, to) : new Part(null, from, to);
    }

    private static int find(char wanted, String text, Pairs pairs, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != wanted) {
            int end = pairs.end(i);
            i = end > 0 && end <= to ? end : i + 1;
        }
        return Math.min(i, to);
    }

    private static String name(String text, int from, int to) {
        int end = Math.min(to, from + LONGEST_NAME);
        return text.substring(from, end).replace('_', ' ').strip().toLowerCase(Locale.ROOT);
    }
}
