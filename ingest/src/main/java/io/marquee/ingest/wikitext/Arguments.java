package io.marquee.ingest.wikitext;

/** What a template within a sentence was given, as plain text. */
record Arguments(Template template, String text, Plain plain) {

    /** Appends a parameter by its place; nothing if there is none. */
    void append(int place, StringBuilder out) {
        append(template.place(place), out);
    }

    void appendLast(StringBuilder out) {
        append(template.last(), out);
    }

    String value(int place) {
        StringBuilder value = new StringBuilder();
        append(place, value);
        return value.toString();
    }

    /** The value of a parameter by its key; empty if there is none. */
    String value(String key) {
        StringBuilder value = new StringBuilder();
        append(template.named(key), value);
        return value.toString();
    }

    private void append(Template.Part part, StringBuilder out) {
        if (part == null) {
            return;
        }
        int from = part.from();
        int to = part.to();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        plain.append(from, to, out);
    }
}
