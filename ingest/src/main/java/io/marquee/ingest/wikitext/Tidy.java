package io.marquee.ingest.wikitext;

/** Takes the marks out of a text, and the debris of spaces and punctuation that they leave. */
final class Tidy {

    private final CharSequence text;
    private final StringBuilder out;
    private boolean space;

    private Tidy(CharSequence text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** One line without marks, but for the holes of formulas; spaces are single. */
    static String of(CharSequence text) {
        return new Tidy(Parentheses.tidy(text)).read();
    }

    private String read() {
        for (int i = 0; i < text.length(); i++) {
            char character = Marks.unshielded(text.charAt(i));
            if (isSpace(character)) {
                space = true;
            } else if (!isInvisible(character)) {
                append(character, i);
            }
        }
        return out.toString();
    }

    private void append(char character, int position) {
        char last = out.length() == 0 ? ' ' : out.charAt(out.length() - 1);
        boolean closes = character == ')' || character == ']';
        boolean parts = character == ',' || character == ';';
        boolean ends = character == '.' || character == ':' || character == '!' || character == '?';
        if (parts && (last == ',' || last == ';' || last == '(' || out.length() == 0)) {
            return;
        }
        if ((closes || (ends && isFollowedBySpace(position))) && (last == ',' || last == ';')) {
            out.setLength(out.length() - 1);
        }
        if (closes && character == ')' && last == '(') {
            out.setLength(out.length() - 1);
            space = true;
            trim();
            return;
        }
        boolean close = closes || parts || (ends && isFollowedBySpace(position)) || last == '(' || out.length() == 0;
        if (space && !close) {
            out.append(' ');
        }
        space = false;
        out.append(character);
    }

    private void trim() {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private boolean isFollowedBySpace(int position) {
        int next = position + 1;
        while (next < text.length() && (Marks.isMark(text.charAt(next)) || text.charAt(next) == ')')) {
            next++;
        }
        return next >= text.length() || isSpace(text.charAt(next));
    }

    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isInvisible(char character) {
        return (Marks.isMark(character) && character != Marks.HOLE)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
