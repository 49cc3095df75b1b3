package io.marquee.ingest.wikitext;

import java.util.Locale;
import java.util.Set;

/** Turns links to pages into their labels. */
final class Links {

    /** What these links show is no text. */
    private static final Set<String> SILENT = Set.of("file", "image", "category", "media");

    private static final int LONGEST_LANGUAGE = 3;

    private Links() {}

    /** Whether an address of the web begins here. */
    static boolean isAddress(String text, int start, int to) {
        return start < to
                && (text.startsWith("http", start)
                        || text.startsWith("//", start)
                        || text.startsWith("ftp:", start)
                        || text.startsWith("mailto:", start));
    }

    /** Appends what the link shows whose inner text this is. */
    static void append(String text, Pairs pairs, int from, int to, Plain plain, StringBuilder out) {
        int bar = Template.bar(text, pairs, from, to);
        int colon = colon(text, from, bar);
        String space = colon < 0 ? "" : text.substring(from, colon).strip();
        boolean leading = colon >= 0 && space.isEmpty();
        if (SILENT.contains(space.toLowerCase(Locale.ROOT)) || (bar == to && isLanguage(space))) {
            out.append(Marks.GONE);
        } else if (bar + 1 < to) {
            plain.append(bar + 1, to, out);
        } else if (bar < to) {
            pipeTrick(text, colon < 0 ? from : colon + 1, bar, plain, out);
        } else {
            plain.append(leading ? colon + 1 : from, to, out);
        }
    }

    /** With nothing behind the bar the label is the target without its namespace and what tells it from others. */
    private static void pipeTrick(String text, int from, int to, Plain plain, StringBuilder out) {
        int end = to;
        for (int i = from; i < end; i++) {
            if (text.startsWith(" (", i) || text.charAt(i) == ',') {
                end = i;
            }
        }
        plain.append(from, end, out);
    }

    private static int colon(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == ':') {
                return i;
            }
            if (!Character.isLetter(character) && character != ' ' && character != '-' && character != '_') {
                return -1;
            }
        }
        return -1;
    }

    /** Whether these are the letters of another Wikipedia, as links at an article's end had them. */
    private static boolean isLanguage(String space) {
        if (space.length() < 2 || space.length() > LONGEST_LANGUAGE) {
            return false;
        }
        for (int i = 0; i < space.length(); i++) {
            if (space.charAt(i) < 'a' || space.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
