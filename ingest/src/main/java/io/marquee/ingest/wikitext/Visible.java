package io.marquee.ingest.wikitext;

/**
 * Takes out of a source what is no part of an article's own text: comments, references, galleries and their like. What
 * stands within {@code <nowiki>} stays, shielded. In time linear in the source's length.
 */
final class Visible {

    private static final String[] ELEMENTS = {
        "ref",
        "nowiki",
        "math",
        "chem",
        "ce",
        "gallery",
        "references",
        "pre",
        "syntaxhighlight",
        "source",
        "score",
        "timeline",
        "imagemap",
        "graph",
        "mapframe",
        "hiero",
        "includeonly",
        "templatestyles",
        "indicator",
        "inputbox"
    };
    private static final int NOWIKI = 1;
    private static final int FIRST_FORMULA = 2;
    private static final int LAST_FORMULA = 4;

    private final String source;
    private final char[] kept;
    private final boolean[] neverClosed = new boolean[ELEMENTS.length];
    private int length;

    private Visible(String source) {
        this.source = source;
        this.kept = new char[source.length()];
    }

    static String of(String source) {
        int open = source.indexOf('<');
        return open < 0 ? source : new Visible(source).read(open);
    }

    private String read(int firstOpen) {
        int copied = 0;
        int open = firstOpen;
        while (open >= 0) {
            keep(copied, open);
            copied = source.startsWith("<!--", open) ? passComment(open) : passElement(open);
            if (copied == open) {
                keep(copied++, open + 1);
            }
            open = source.indexOf('<', copied);
        }
        keep(copied, source.length());
        return new String(kept, 0, length);
    }

    private void keep(int from, int to) {
        source.getChars(from, to, kept, length);
        length += to - from;
    }

    private int passComment(int open) {
        int close = source.indexOf("-->", open + 4);
        if (close < 0) {
            return source.length();
        }
        int end = close + 3;
        // A comment on a line of its own takes the line with it, or it would part a paragraph in two.
        boolean alone =
                (length == 0 || kept[length - 1] == '\n') && end < source.length() && source.charAt(end) == '\n';
        return alone ? end + 1 : end;
    }

    /** Returns the position behind the element that opens here, or this position if none does. */
    private int passElement(int open) {
        int element = elementAt(open + 1);
        int tagEnd = element < 0 ? -1 : Tags.end(source, open, source.length());
        if (tagEnd < 0) {
            return open;
        }
        boolean empty = source.charAt(tagEnd - 2) == '/';
        int close = empty ? tagEnd : closing(element, tagEnd);
        if (close < 0) {
            return open;
        }
        if (element == NOWIKI) {
            shield(tagEnd, close);
        } else if (element >= FIRST_FORMULA && element <= LAST_FORMULA) {
            // An element is longer than a mark, so there is room.
            kept[length++] = Marks.HOLE;
        }
        return empty ? tagEnd : Tags.end(source, close, source.length());
    }

    private void shield(int from, int to) {
        for (int i = from; i < to; i++) {
            kept[length++] = Marks.shielded(source.charAt(i));
        }
    }

    private int elementAt(int start) {
        if (start >= source.length() || !Character.isLetter(source.charAt(start))) {
            return -1;
        }
        for (int i = 0; i < ELEMENTS.length; i++) {
            if (Tags.isNamed(source, start, ELEMENTS[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Where the element's closing tag begins, or -1; after the first -1 it is not looked for again. */
    private int closing(int element, int from) {
        if (neverClosed[element]) {
            return -1;
        }
        int close = source.indexOf("</", from);
        while (close >= 0) {
            if (Tags.isNamed(source, close + 2, ELEMENTS[element]) && Tags.end(source, close, source.length()) > 0) {
                return close;
            }
            close = source.indexOf("</", close + 2);
        }
        neverClosed[element] = true;
        return -1;
    }
}
