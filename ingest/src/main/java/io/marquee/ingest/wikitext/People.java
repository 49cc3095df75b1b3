package io.marquee.ingest.wikitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a list of people out of a field, in the many ways in which they are written. */
final class People {

    private static final Set<String> LISTS = Set.of(
            "ubl",
            "ublist",
            "unbulleted list",
            "unbulleted",
            "vunblist",
            "plainlist",
            "plain list",
            "endplainlist",
            "hlist",
            "flatlist",
            "flat list",
            "endflatlist",
            "bulleted list",
            "cslist",
            "csv",
            "comma separated entries",
            "collapsible list",
            "cast list",
            "indented plainlist",
            "plainlist class");

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 1_000;

    /** Lists within each other that are read; what is further within is not. */
    private static final int DEEPEST = 4;

    private final String text;
    private final Pairs pairs;
    private final List<String> names = new ArrayList<>();

    private People(String text, Pairs pairs) {
        this.text = text;
        this.pairs = pairs;
    }

    static List<String> read(String text, Pairs pairs, int from, int to) {
        People people = new People(text, pairs);
        people.read(from, to, 0);
        return List.copyOf(people.names);
    }

    private void read(int from, int to, int depth) {
        int start = from;
        int i = from;
        while (i < to) {
            int next = separatorEnd(i, to, depth);
            if (next > i) {
                add(start, i);
                start = next;
                i = next;
            } else {
                int end = pairs.end(i);
                i = end > 0 && end <= to ? end : i + 1;
            }
        }
        add(start, to);
    }

    /** The position behind the separator that begins here, a list within the list included; this one if none does. */
    private int separatorEnd(int i, int to, int depth) {
        switch (text.charAt(i)) {
            case '\n' -> {
                return i + 1;
            }
            case '<' -> {
                boolean parts = Tags.isNamed(text, i + 1, "br")
                        || Tags.isNamed(text, i + 1, "li")
                        || Tags.isNamed(text, i + 1, "p");
                return parts ? Math.max(i, Tags.end(text, i, to)) : i;
            }
            case '{' -> {
                int end = pairs.end(i);
                if (end == 0 || end > to || text.charAt(i + 1) != '{' || depth == DEEPEST) {
                    return i;
                }
                Template template = Template.read(text, pairs, i + 2, end - 2);
                if (!LISTS.contains(template.name())) {
                    return i;
                }
                for (Template.Part part : template.parts()) {
                    if (part.key() == null) {
                        read(part.from(), part.to(), depth + 1);
                    }
                }
                return end;
            }
            default -> {
                return i;
            }
        }
    }

    private void add(int from, int to) {
        String item = from < to ? new Plain(text, pairs).tidy(from, to) : null;
        if (item == null) {
            return;
        }
        int start = 0;
        while (start < item.length() && "*#:;•·- ".indexOf(item.charAt(start)) >= 0) {
            start++;
        }
        // Behind the name is what the person did; before a colon is where.
        int note = item.indexOf('(', start);
        String line = item.substring(start, note < 0 ? item.length() : note).strip();
        if (!line.endsWith(":") && line.length() <= LONGEST_LINE) {
            split(line);
        }
    }

    private void split(String line) {
        int start = 0;
        int i = 0;
        while (i < line.length()) {
            int length = separatorLength(line, start, i);
            if (length > 0) {
                addName(line.substring(start, i));
                start = i + length;
                i = start;
            } else {
                i++;
            }
        }
        addName(line.substring(start));
    }

    private static int separatorLength(String line, int start, int i) {
        if (line.startsWith(", ", i)) {
            return isSuffix(line, i + 2) ? 0 : 2;
        }
        if (line.startsWith(" · ", i) || line.startsWith(" • ", i) || line.startsWith(" / ", i)) {
            return 3;
        }
        int length = line.startsWith(" and ", i) ? 5 : line.startsWith(" & ", i) ? 3 : 0;
        if (length == 0) {
            return 0;
        }
        // Two that share a family name, and groups, are not parted.
        boolean both = line.lastIndexOf(' ', i - 1) > start && line.indexOf(' ', i + length) > 0;
        return both ? length : 0;
    }

    private static boolean isSuffix(String line, int start) {
        return line.startsWith("Jr", start) || line.startsWith("Sr", start) || line.startsWith("II", start);
    }

    private void addName(String words) {
        String name = words.startsWith("and ") ? words.substring(4).strip() : words.strip();
        boolean usable = name.length() <= LONGEST_NAME && name.chars().anyMatch(Character::isLetter);
        if (usable && names.size() < MOST && !names.contains(name) && !Sentences.isDebris(name)) {
            names.add(name);
        }
    }
}
