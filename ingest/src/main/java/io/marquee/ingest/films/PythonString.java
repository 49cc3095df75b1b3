package io.marquee.ingest.films;

/** Reads one string of a Python literal: single, double or triple quotes, raw or not, with all escapes but {@code \N}. */
final class PythonString {

    private static final String PREFIXES = "uUrR";

    private PythonString() {}

    /** Whether a string begins here. */
    static boolean startsAt(String text, int position) {
        return isQuote(text, position) || (hasPrefix(text, position) && isQuote(text, position + 1));
    }

    /**
     * Reads the string that begins here.
     *
     * @param into takes its characters
     * @return the position behind it
     */
    static int read(String text, int start, StringBuilder into) throws PythonSyntaxException {
        boolean prefixed = hasPrefix(text, start);
        boolean raw = prefixed && Character.toLowerCase(text.charAt(start)) == 'r';
        int position = prefixed ? start + 1 : start;
        char quote = text.charAt(position);
        String triple = String.valueOf(quote).repeat(3);
        String end = text.startsWith(triple, position) ? triple : String.valueOf(quote);
        position += end.length();
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == quote && text.startsWith(end, position)) {
                return position + end.length();
            }
            if (character == '\\' && position + 1 < text.length()) {
                position = raw ? copy(text, position, into) : escape(text, position + 1, into);
            } else {
                into.append(character);
                position++;
            }
        }
        throw new PythonSyntaxException("a string is not closed that begins at character " + (start + 1));
    }

    private static int copy(String text, int position, StringBuilder into) {
        into.append(text, position, position + 2);
        return position + 2;
    }

    private static int escape(String text, int position, StringBuilder into) throws PythonSyntaxException {
        char letter = text.charAt(position);
        switch (letter) {
            case '\n' -> {
                // A backslash at the end of a line joins it with the next.
            }
            case '\\', '\'', '"' -> into.append(letter);
            case 'a' -> into.append('\u0007');
            case 'b' -> into.append('\b');
            case 'f' -> into.append('\f');
            case 'n' -> into.append('\n');
            case 'r' -> into.append('\r');
            case 't' -> into.append('\t');
            case 'v' -> into.append('\u000b');
            case 'x' -> {
                return codePoint(text, position + 1, 2, into);
            }
            case 'u' -> {
                return codePoint(text, position + 1, 4, into);
            }
            case 'U' -> {
                return codePoint(text, position + 1, 8, into);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal(text, position, into);
            }
            // Python keeps the backslash of an escape that it does not know.
            default -> into.append('\\').append(letter);
        }
        return position + 1;
    }

    private static int codePoint(String text, int position, int digits, StringBuilder into)
            throws PythonSyntaxException {
        int end = position + digits;
        if (end <= text.length()) {
            try {
                into.appendCodePoint(Integer.parseUnsignedInt(text, position, end, 16));
                return end;
            } catch (IllegalArgumentException e) {
                throw new PythonSyntaxException("an escape is broken at character " + (position - 1), e);
            }
        }
        throw new PythonSyntaxException("an escape is cut off at character " + (position - 1));
    }

    private static int octal(String text, int position, StringBuilder into) {
        int end = position;
        int value = 0;
        while (end < text.length() && end < position + 3 && Character.digit(text.charAt(end), 8) >= 0) {
            value = value * 8 + Character.digit(text.charAt(end), 8);
            end++;
        }
        into.append((char) value);
        return end;
    }

    private static boolean hasPrefix(String text, int position) {
        return position < text.length() && PREFIXES.indexOf(text.charAt(position)) >= 0;
    }

    private static boolean isQuote(String text, int position) {
        return position < text.length() && (text.charAt(position) == '\'' || text.charAt(position) == '"');
    }
}
