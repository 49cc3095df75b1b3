package io.marquee.ingest.wikitext;

/** Turns markup into plain text; what has no text leaves a mark. Not thread-safe. */
final class Plain {

    /** Text-bearing templates within each other; those further within say nothing. */
    private static final int DEEPEST = 8;

    private final String text;
    private final Pairs pairs;

    private boolean italic;
    private boolean bold;
    private int depth;

    /** Between these no address is closed: it need not be looked for again. */
    private int openFrom;

    private int openTo;

    Plain(String text, Pairs pairs) {
        this.text = text;
        this.pairs = pairs;
    }

    /** A short text by itself, tidy; null if nothing is left of it. */
    static String of(String markup) {
        return new Plain(markup, Pairs.of(markup, 0, markup.length())).tidy(0, markup.length());
    }

    /** A part of the text, tidy; null if nothing is left of it. */
    String tidy(int from, int to) {
        StringBuilder out = new StringBuilder(Math.min(to - from, 1 << 10));
        italic = false;
        bold = false;
        append(from, to, out);
        String tidy = Tidy.of(out);
        return tidy.isEmpty() ? null : tidy;
    }

    /** Begins a line: quotes that are open in the last one are closed. */
    void startLine() {
        italic = false;
        bold = false;
    }

    /** Appends a part of the text, with marks. */
    void append(int from, int to, StringBuilder out) {
        int i = from;
        while (i < to) {
            char character = text.charAt(i);
            switch (character) {
                case '{' -> i = brace(i, to, out);
                case '[' -> i = bracket(i, to, out);
                case '<' -> i = tag(i, to, out);
                case '\'' -> i = quotes(i, to, out);
                case '&' -> i = Entities.decode(text, i, to, out);
                case '_' -> i = magicWord(i, to, out);
                default -> {
                    out.append(character);
                    i++;
                }
            }
        }
    }

    private int brace(int i, int to, StringBuilder out) {
        int end = pairs.end(i);
        if (end == 0 || end > to) {
            out.append('{');
            return i + 1;
        }
        if (text.charAt(i + 1) == '{' && depth < DEEPEST) {
            depth++;
            TextTemplates.append(Template.read(text, pairs, i + 2, end - 2), text, this, out);
            depth--;
        } else {
            out.append(Marks.GONE);
        }
        return end;
    }

    private int bracket(int i, int to, StringBuilder out) {
        int end = pairs.end(i);
        if (end > 0 && end <= to) {
            if (depth < DEEPEST) {
                depth++;
                Links.append(text, pairs, i + 2, end - 2, this, out);
                depth--;
            }
            return end;
        }
        int close = Links.isAddress(text, i + 1, to) ? closingBracket(i, to) : -1;
        if (close < 0) {
            out.append('[');
            return i + 1;
        }
        int space = i + 1;
        while (space < close && text.charAt(space) != ' ') {
            space++;
        }
        if (space < close && depth < DEEPEST) {
            depth++;
            append(space + 1, close, out);
            depth--;
        } else {
            out.append(Marks.GONE);
        }
        return close + 1;
    }

    /** The next closing bracket in this line, or -1. */
    private int closingBracket(int from, int to) {
        if (from >= openFrom && from < openTo) {
            return -1;
        }
        int i = from;
        while (i < to && text.charAt(i) != '\n') {
            int end = pairs.end(i);
            if (text.charAt(i) == ']') {
                return i;
            }
            i = end > 0 && end <= to ? end : i + 1;
        }
        openFrom = from;
        openTo = i;
        return -1;
    }

    private int tag(int i, int to, StringBuilder out) {
        int end = Tags.end(text, i, to);
        // A reference that is not closed swallows what follows: its sentence is damaged, and must look so.
        if (end < 0 || Tags.isNamed(text, i + 1, "ref")) {
            out.append('<');
            return i + 1;
        }
        boolean parts = Tags.isNamed(text, i + 1, "br")
                || Tags.isNamed(text, i + 1, "p")
                || Tags.isNamed(text, i + 1, "div")
                || Tags.isNamed(text, i + 1, "li");
        if (parts) {
            out.append(' ');
        }
        return end;
    }

    /** Passes the quotes of italic and bold; those that are too many are quotes. */
    private int quotes(int i, int to, StringBuilder out) {
        int end = i;
        while (end < to && text.charAt(end) == '\'') {
            end++;
        }
        int count = end - i;
        boolean possessive = count == 3 && italic && !bold && followsLetter(out) && end < to && isLetter(end);
        if (count == 1 || count == 4 || possessive) {
            out.append('\'');
        }
        if (count == 2 || count >= 5 || possessive) {
            italic = !italic;
        }
        if (count >= 3 && !possessive) {
            bold = !bold;
        }
        return end;
    }

    private boolean isLetter(int position) {
        return Character.isLetter(text.charAt(position));
    }

    private static boolean followsLetter(StringBuilder out) {
        return out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1));
    }

    /** Passes words such as {@code __NOTOC__}. */
    private int magicWord(int i, int to, StringBuilder out) {
        int end = i + 2;
        while (end < to && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        if (end > i + 2 && text.startsWith("__", i) && text.startsWith("__", end) && end + 2 <= to) {
            return end + 2;
        }
        out.append('_');
        return i + 1;
    }
}
