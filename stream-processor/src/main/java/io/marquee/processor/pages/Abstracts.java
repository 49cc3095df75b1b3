package io.marquee.processor.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the dump's abstracts readable, or says that there is nothing to read in them. */
public final class Abstracts {

    private static final Pattern DEBRIS = Pattern.compile(
            "\\|.*=|\\{\\{|\\}|\\[\\[|\\]\\]|<ref|thumb\\||\\d+px|^\\s*[|!#*{]|\\b(?:may|can|could) (?:also )?refer to\\b|^REDIRECT\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<![A-Z])(?<!\\b(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|vs|No))[.!?][\"'”’)\\]]*(?=\\s|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Abstracts() {}

    /** Whole sentences without markup, or null where there are none. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        if (line.isEmpty() || DEBRIS.matcher(line).find()) {
            return null;
        }
        Matcher ends = SENTENCE_END.matcher(line);
        int last = -1;
        while (ends.find()) {
            last = ends.end();
        }
        return last < 0 ? null : line.substring(0, last);
    }
}
