package io.marquee.ingest.wikitext;

import java.util.ArrayList;
import java.util.List;

/** Finds the years in the fields of an infobox; numbers of citations, addresses and the targets of links do not count. */
final class Years {

    private static final int EARLIEST = 1870;
    private static final int LATEST = 2100;
    private static final int MOST = 6;

    private final String text;
    private final Pairs pairs;
    private final List<Integer> years = new ArrayList<>();

    Years(String text, Pairs pairs) {
        this.text = text;
        this.pairs = pairs;
    }

    List<Integer> found() {
        return List.copyOf(years);
    }

    void read(int from, int to) {
        int i = from;
        while (i < to) {
            char character = text.charAt(i);
            if (character >= '0' && character <= '9') {
                i = number(i, to);
            } else if (character == '{' && isCitation(i)) {
                i = pairs.end(i);
            } else if (character == '[' && pairs.end(i) > 0) {
                int bar = Template.bar(text, pairs, i + 2, pairs.end(i) - 2);
                i = bar < pairs.end(i) - 2 ? bar + 1 : i + 2;
            } else if (Links.isAddress(text, i, to) && (character == 'h' || character == '/')) {
                i = addressEnd(i, to);
            } else {
                i++;
            }
        }
    }

    private int number(int start, int to) {
        int end = start;
        int value = 0;
        while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            value = end - start < 4 ? 10 * value + text.charAt(end) - '0' : value;
            end++;
        }
        boolean alone = end - start == 4
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        if (alone && value >= EARLIEST && value <= LATEST && years.size() < MOST && !years.contains(value)) {
            years.add(value);
        }
        return end;
    }

    private boolean isCitation(int start) {
        if (pairs.end(start) == 0) {
            return false;
        }
        String name =
                Template.read(text, pairs, start + 2, pairs.end(start) - 2).name();
        return name.startsWith("cit")
                || name.startsWith("sfn")
                || name.startsWith("harv")
                || name.startsWith("efn")
                || name.startsWith("refn")
                || name.startsWith("web");
    }

    private int addressEnd(int start, int to) {
        int i = start;
        while (i < to && " |]}\n".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return Math.max(i, start + 1);
    }
}
