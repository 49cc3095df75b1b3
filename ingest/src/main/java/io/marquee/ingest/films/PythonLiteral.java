package io.marquee.ingest.films;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a Python literal as {@code repr} writes it: strings in both quotings with their escapes, adjacent strings, numbers,
 * {@code True}, {@code False}, {@code None}, lists, tuples and dicts, nested.
 *
 * <p>They become {@link String}, {@link Long} or {@link Double}, {@link Boolean}, null, {@link List} and {@link Map}.
 */
final class PythonLiteral {

    /** Deeper than any list in the data, shallow enough for every stack. */
    private static final int DEEPEST = 64;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final String text;
    private int position;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * Reads a literal.
     *
     * @throws PythonSyntaxException for a text that is none
     */
    static Object parse(String text) throws PythonSyntaxException {
        PythonLiteral literal = new PythonLiteral(text);
        Object value = literal.value(0);
        literal.skipBlanks();
        if (literal.position < text.length()) {
            throw literal.error("something follows the value");
        }
        return value;
    }

    private Object value(int depth) throws PythonSyntaxException {
        if (depth > DEEPEST) {
            throw error("it is nested too deeply");
        }
        skipBlanks();
        char first = peek();
        return switch (first) {
            case '[' -> items(']', depth);
            case '(' -> tuple(depth);
            case '{' -> dict(depth);
            default -> PythonString.startsAt(text, position) ? strings() : word();
        };
    }

    private Object tuple(int depth) throws PythonSyntaxException {
        int start = position;
        List<Object> items = items(')', depth);
        // (x) is x in brackets; (x,) is a tuple.
        boolean brackets = items.size() == 1 && !text.substring(start, position).matches("(?s).*,\\s*\\)");
        return brackets ? items.get(0) : items;
    }

    private List<Object> items(char end, int depth) throws PythonSyntaxException {
        List<Object> items = new ArrayList<>();
        position++;
        while (!ends(end)) {
            items.add(value(depth + 1));
            comma(end);
        }
        return items;
    }

    private Map<Object, Object> dict(int depth) throws PythonSyntaxException {
        Map<Object, Object> entries = new LinkedHashMap<>();
        position++;
        while (!ends('}')) {
            Object key = value(depth + 1);
            skipBlanks();
            if (peek() != ':') {
                throw error("a colon is missing");
            }
            position++;
            entries.put(key, value(depth + 1));
            comma('}');
        }
        return entries;
    }

    /** Takes the closing bracket, if it is what comes next. */
    private boolean ends(char end) throws PythonSyntaxException {
        skipBlanks();
        if (peek() != end) {
            return false;
        }
        position++;
        return true;
    }

    private void comma(char end) throws PythonSyntaxException {
        skipBlanks();
        if (peek() == ',') {
            position++;
        } else if (peek() != end) {
            throw error("a comma is missing");
        }
    }

    private String strings() throws PythonSyntaxException {
        StringBuilder value = new StringBuilder();
        do {
            position = PythonString.read(text, position, value);
            skipBlanks();
        } while (PythonString.startsAt(text, position));
        return value.toString();
    }

    private Object word() throws PythonSyntaxException {
        int start = position;
        while (position < text.length()
                && ",:]})".indexOf(text.charAt(position)) < 0
                && !isBlank(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        return switch (word) {
            case "None" -> null;
            case "True" -> true;
            case "False" -> false;
            default -> number(word);
        };
    }

    private Object number(String word) throws PythonSyntaxException {
        try {
            if (WHOLE.matcher(word).matches()) {
                return Long.valueOf(word);
            }
            if (DECIMAL.matcher(word).matches()) {
                return Double.valueOf(word);
            }
        } catch (NumberFormatException e) {
            throw new PythonSyntaxException("the number " + word + " is too large at character " + (position + 1), e);
        }
        throw error(word.isEmpty() ? "a value is missing" : "'" + word + "' is no value");
    }

    private char peek() throws PythonSyntaxException {
        if (position >= text.length()) {
            throw error("it is cut off");
        }
        return text.charAt(position);
    }

    private void skipBlanks() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f';
    }

    private PythonSyntaxException error(String what) {
        return new PythonSyntaxException(what + " at character " + (position + 1));
    }
}
