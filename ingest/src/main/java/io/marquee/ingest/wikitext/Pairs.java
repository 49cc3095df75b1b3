package io.marquee.ingest.wikitext;

import java.util.Arrays;

/**
 * Says where the templates, links and tables of a text end that begin in a part of it. One pass finds them all, so that whoever
 * reads the text may jump over them: however they are nested or broken, it is read in linear time and without recursion.
 */
final class Pairs {

    private final String text;
    private final int from;
    private final int to;
    private final int[] ends;

    /** Positions of what is open. */
    private int[] open = new int[16];

    private int depth;
    private int openTemplates;

    private Pairs(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.ends = new int[to - from];
    }

    static Pairs of(String text, int from, int to) {
        Pairs pairs = new Pairs(text, from, to);
        pairs.read();
        return pairs;
    }

    /** The position behind the template, link or table that begins here; 0 if none does, or if it is not closed. */
    int end(int position) {
        return position >= from && position < to ? ends[position - from] : 0;
    }

    private void read() {
        int i = from;
        while (i < to - 1) {
            char next = text.charAt(i + 1);
            i += switch (text.charAt(i)) {
                case '{' -> openBrace(i, next);
                case '[' -> next == '[' ? push(i) : 1;
                case '}' -> next == '}' && openTemplates > 0 ? closeTemplate(i) : 1;
                case ']' -> next == ']' ? closeLinks(i) : 1;
                case '|' -> next == '}' ? closeTable(i) : 1;
                default -> 1;
            };
        }
    }

    private int openBrace(int i, char next) {
        if (next == '{') {
            openTemplates++;
            return push(i);
        }
        return next == '|' && startsLine(i) ? push(i) : 1;
    }

    private int push(int i) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = i;
        return 2;
    }

    /** Closes the template opened last, and with it what is left open within it. */
    private int closeTemplate(int i) {
        while (!isTemplate(open[depth - 1])) {
            depth--;
        }
        openTemplates--;
        return pop(i);
    }

    private int closeLinks(int start) {
        int end = start;
        while (end < to && text.charAt(end) == ']') {
            end++;
        }
        // Of an odd number the first closes a link to elsewhere within.
        for (int i = start + (end - start) % 2; i < end && depth > 0 && isLink(open[depth - 1]); i += 2) {
            pop(i);
        }
        return end - start;
    }

    private int closeTable(int i) {
        if (!startsLine(i)) {
            return 1;
        }
        int below = depth;
        while (below > 0 && isLink(open[below - 1])) {
            below--;
        }
        if (below == 0 || isTemplate(open[below - 1])) {
            return 1;
        }
        depth = below;
        return pop(i);
    }

    private int pop(int i) {
        ends[open[--depth] - from] = i + 2;
        return 2;
    }

    private boolean isLink(int position) {
        return text.charAt(position) == '[';
    }

    private boolean isTemplate(int position) {
        return text.charAt(position) == '{' && text.charAt(position + 1) == '{';
    }

    private boolean startsLine(int position) {
        int i = position - 1;
        while (i >= from && (text.charAt(i) == ' ' || text.charAt(i) == ':')) {
            i--;
        }
        return i < from || text.charAt(i) == '\n';
    }
}
