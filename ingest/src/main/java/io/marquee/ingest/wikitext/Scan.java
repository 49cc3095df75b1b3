package io.marquee.ingest.wikitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One pass over an article for what may stand anywhere in it: sections, categories, IMDb ids, and where its infobox and its
 * short description begin. Not thread-safe.
 */
final class Scan {

    private static final int MOST_SECTIONS = 50;
    private static final int MOST_CATEGORIES = 100;

    /** Longer ones are broken. Characters. */
    private static final int LONGEST_NAME = 300;

    private final String text;
    private final List<String> sections = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final ImdbIds imdbIds = new ImdbIds();
    private int leadEnd;
    private int infobox = -1;
    private String shortDescription;

    /** How deep in templates the scan is, and how deep the citation began in which it is; 0 in none. */
    private int depth;

    private int citation;

    private Scan(String text) {
        this.text = text;
        this.leadEnd = text.length();
    }

    static Scan of(String text) {
        Scan scan = new Scan(text);
        scan.read();
        return scan;
    }

    List<String> sections() {
        return List.copyOf(sections);
    }

    List<String> categories() {
        return List.copyOf(categories);
    }

    ImdbIds imdbIds() {
        return imdbIds;
    }

    /** Where the first section begins, or the text ends. */
    int leadEnd() {
        return leadEnd;
    }

    /** Where the lead's first infobox begins, or -1. */
    int infobox() {
        return infobox;
    }

    String shortDescription() {
        return shortDescription;
    }

    private void read() {
        // An array, because this loop sees every character of a dump.
        char[] characters = text.toCharArray();
        int last = characters.length - 1;
        int i = text.startsWith("==") ? heading(0) : 0;
        while (i < last) {
            char character = characters[i];
            if (character == '\n') {
                i = characters[i + 1] == '=' ? heading(i + 1) : i + 1;
            } else if (character < '[' || character > '}') {
                i++;
            } else if (character == '{' && characters[i + 1] == '{') {
                i += template(i + 2);
            } else if (character == '}' && characters[i + 1] == '}') {
                i += endTemplate();
            } else if (character == '[') {
                i += characters[i + 1] == '[' ? link(i + 2) : address(i + 1, characters[i + 1]);
            } else {
                i++;
            }
        }
    }

    /** Takes up the section whose heading begins here. Returns where to go on: at the line's end, if it is one. */
    private int heading(int start) {
        int end = text.indexOf('\n', start);
        end = end < 0 ? text.length() : end;
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        int level = 0;
        while (level < 6 && start + level < last - 1 - level && isEquals(start + level) && isEquals(last - 1 - level)) {
            level++;
        }
        if (level < 2) {
            return start;
        }
        if (leadEnd == text.length()) {
            leadEnd = start;
        }
        depth = 0;
        citation = 0;
        boolean wanted = sections.size() < MOST_SECTIONS && last - start <= LONGEST_NAME;
        String name = wanted ? Plain.of(text.substring(start + level, last - level)) : null;
        if (name != null) {
            sections.add(name);
        }
        return end;
    }

    private boolean isEquals(int position) {
        return text.charAt(position) == '=';
    }

    private int template(int start) {
        depth++;
        int name = start;
        while (name < text.length() && name - start < 4 && Character.isWhitespace(text.charAt(name))) {
            name++;
        }
        switch (name < text.length() ? text.charAt(name) : ' ') {
            case 'i', 'I' -> {
                if (infobox < 0 && leadEnd == text.length() && text.regionMatches(true, name, "infobox", 0, 7)) {
                    infobox = start - 2;
                }
                if (citation == 0) {
                    imdbIds.template(text, name, text.length());
                }
            }
            case 's', 'S' -> {
                if (shortDescription == null) {
                    shortDescription = ShortDescription.read(text, name);
                }
            }
            case 'c', 'C', 'v', 'V' -> {
                int cite = text.charAt(name) == 'v' || text.charAt(name) == 'V' ? name + 1 : name;
                boolean cites = text.regionMatches(true, cite, "cite", 0, 4)
                        || text.regionMatches(true, cite, "citation", 0, 8);
                citation = cites && citation == 0 ? depth : citation;
            }
            default -> {
                // Others tell nothing here.
            }
        }
        return 2;
    }

    private int endTemplate() {
        citation = citation == depth ? 0 : citation;
        depth = Math.max(0, depth - 1);
        return 2;
    }

    private int link(int start) {
        int name = start;
        while (name < text.length() && text.charAt(name) == ' ') {
            name++;
        }
        char first = name < text.length() ? text.charAt(name) : ' ';
        if ((first == 'c' || first == 'C')
                && categories.size() < MOST_CATEGORIES
                && text.regionMatches(true, name, "category", 0, 8)) {
            category(name + 8);
        }
        return name - start + 2;
    }

    private void category(int afterWord) {
        int start = afterWord;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        int end = Bounds.find(text, "]]", start, Math.min(text.length(), start + LONGEST_NAME));
        if (end < 0 || text.charAt(start) != ':') {
            return;
        }
        int bar = Bounds.find(text, "|", start, end);
        String inner = text.substring(start + 1, bar < 0 ? end : bar);
        String name = Plain.of(inner.replace('_', ' '));
        if (name != null && name.indexOf('[') < 0 && name.indexOf('{') < 0) {
            String category = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            if (!categories.contains(category)) {
                categories.add(category);
            }
        }
    }

    private int address(int start, char first) {
        if (citation == 0 && (first == 'h' || first == '/')) {
            imdbIds.address(text, start, text.length());
        }
        return 1;
    }
}
