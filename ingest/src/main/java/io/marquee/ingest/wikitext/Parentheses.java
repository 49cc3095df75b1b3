package io.marquee.ingest.wikitext;

import java.util.ArrayList;
import java.util.List;

/**
 * Drops from parentheses how a word sounds and what it is called in other languages, and what templates left empty; what is
 * left is tidy.
 */
final class Parentheses {

    /** Parentheses within each other that are looked at; those further within stay as they are. */
    private static final int DEEPEST = 4;

    private static final List<String> SOUNDS = List.of("pronounced", "pronunciation", "listen", "IPA:");
    private static final List<String> BIRTHS = List.of("born", "née");

    private static final int FEWEST_SPACES = 3;

    private final CharSequence text;
    private final StringBuilder out;
    private final int[] open = new int[DEEPEST];
    private int depth;

    private Parentheses(CharSequence text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    static CharSequence tidy(CharSequence text) {
        return new Parentheses(text).read();
    }

    private CharSequence read() {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '(') {
                if (depth < DEEPEST) {
                    open[depth] = out.length();
                }
                depth++;
                out.append(character);
            } else if (character == ')' && depth > 0) {
                depth--;
                close();
            } else {
                out.append(character);
            }
        }
        return out;
    }

    private void close() {
        if (depth >= DEEPEST) {
            out.append(')');
            return;
        }
        int start = open[depth];
        String inner = out.substring(start + 1);
        String kept = kept(inner);
        out.setLength(start);
        if (kept.isEmpty()) {
            out.append(Marks.GONE);
        } else {
            out.append('(').append(kept).append(')');
        }
    }

    private static String kept(String inner) {
        if (!isTouched(inner)) {
            return inner.isBlank() ? "" : inner;
        }
        List<String> kept = new ArrayList<>();
        for (String part : split(inner, ';')) {
            String words = isTouched(part) ? keptWords(part) : part.strip();
            if (!words.isEmpty()) {
                kept.add(words);
            }
        }
        return String.join("; ", kept);
    }

    private static String keptWords(String part) {
        List<String> kept = new ArrayList<>();
        for (String words : split(part, ',')) {
            if (isWorthKeeping(words)) {
                kept.add(withoutDash(words.strip()));
            }
        }
        return String.join(", ", kept);
    }

    /** Before a dash stood a date that is gone. */
    private static String withoutDash(String words) {
        int start = 0;
        while (start < words.length()
                && (Marks.isMark(words.charAt(start)) || words.charAt(start) == ' ' || words.charAt(start) == '–')) {
            start++;
        }
        return words.substring(start);
    }

    private static boolean isWorthKeeping(String words) {
        boolean sounds = words.indexOf(Marks.SOUND) >= 0 || contains(words, SOUNDS);
        boolean foreign = words.indexOf(Marks.FOREIGN) >= 0;
        boolean birth = contains(words, BIRTHS);
        if (sounds || foreign) {
            return birth && !sounds;
        }
        boolean whole = words.indexOf(Marks.GONE) < 0 || birth;
        return whole ? !words.isBlank() : saysMore(words);
    }

    /** Whether words beside a template that is gone say something without it: a number does, "or" does not. */
    private static boolean saysMore(String words) {
        int spaces = 0;
        boolean number = false;
        for (int i = 0; i < words.length(); i++) {
            spaces += words.charAt(i) == ' ' ? 1 : 0;
            number |= Character.isDigit(words.charAt(i));
        }
        return number || spaces > FEWEST_SPACES;
    }

    private static boolean isTouched(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Marks.isMark(words.charAt(i)) && words.charAt(i) != Marks.HOLE) {
                return true;
            }
        }
        return contains(words, SOUNDS);
    }

    private static boolean contains(String words, List<String> wanted) {
        for (String word : wanted) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
