package io.marquee.ingest.wikitext;

/** Finds the first paragraph of an article that says something. Not thread-safe. */
final class Lead {

    /** More of a paragraph is not looked at. Characters. */
    private static final int LONGEST_RAW = 4 * Sentences.LONGEST;

    private final String text;
    private final Pairs pairs;
    private final int to;
    private final Plain plain;
    private final StringBuilder paragraph = new StringBuilder();

    private Lead(String text, Pairs pairs, int to) {
        this.text = text;
        this.pairs = pairs;
        this.to = to;
        this.plain = new Plain(text, pairs);
    }

    /** The first paragraph in the text before a position as plain text, or null. */
    static String read(String text, Pairs pairs, int to) {
        return new Lead(text, pairs, to).read();
    }

    private String read() {
        int start = 0;
        boolean more = true;
        while (more) {
            int end = lineEnd(start);
            boolean prose = isProse(start, end);
            if (prose) {
                appendLine(start, end);
            }
            start = end + 1;
            more = start < to;
            if (paragraph.length() > 0 && (!prose || !more)) {
                String line =
                        Tidy.of(paragraph.length() > LONGEST_RAW ? paragraph.substring(0, LONGEST_RAW) : paragraph);
                paragraph.setLength(0);
                String whole = Sentences.whole(line);
                if (whole != null || Sentences.isDebris(line)) {
                    return whole == null || Sentences.isDebris(whole) ? null : whole;
                }
            }
        }
        return null;
    }

    /** Where the line ends that begins here; line ends within templates, links and tables are passed. */
    private int lineEnd(int start) {
        int i = start;
        while (i < to && text.charAt(i) != '\n') {
            int end = pairs.end(i);
            i = end > 0 && end <= to ? end : i + 1;
        }
        return Math.min(i, to);
    }

    private void appendLine(int start, int end) {
        if (paragraph.length() > LONGEST_RAW) {
            return;
        }
        int length = paragraph.length();
        plain.startLine();
        plain.append(start, end, paragraph);
        if (isEmpty(length)) {
            paragraph.setLength(length);
        } else {
            paragraph.append(' ');
        }
    }

    /** Whether nothing but marks and spaces was added: the line held templates or pictures. */
    private boolean isEmpty(int from) {
        for (int i = from; i < paragraph.length(); i++) {
            char character = paragraph.charAt(i);
            if (!Marks.isMark(character) && !Tidy.isSpace(character)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line is no list, table, heading, hatnote or debris of a template. */
    private boolean isProse(int from, int end) {
        int start = from;
        while (start < end && Tidy.isSpace(text.charAt(start))) {
            start++;
        }
        if (start == end) {
            return false;
        }
        return switch (text.charAt(start)) {
            case '*', '#', ':', ';', '|', '!', '=', '}' -> false;
            case '{' -> pairs.end(start) > 0 && text.charAt(start + 1) == '{';
            case '-' -> !text.startsWith("----", start);
            case '\'' -> !isItalic(start, end);
            default -> true;
        };
    }

    /** Whether all the line is in italics, as hatnotes are: they are no part of what the article says. */
    private boolean isItalic(int start, int end) {
        int last = end;
        while (last > start && Tidy.isSpace(text.charAt(last - 1))) {
            last--;
        }
        boolean italic = text.startsWith("''", start) && text.startsWith("''", last - 2);
        return italic && !text.startsWith("'''", start) && text.indexOf("''", start + 2) >= last - 2;
    }
}
