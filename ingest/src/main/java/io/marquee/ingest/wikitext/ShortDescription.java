package io.marquee.ingest.wikitext;

/** Reads the template that says in a few words what an article is about. */
final class ShortDescription {

    private static final String NAME = "short description";

    /** Longer ones are broken. Characters. */
    private static final int LONGEST = 600;

    private ShortDescription() {}

    /** What the template says whose name begins here; null if it is another, or says nothing. */
    static String read(String text, int start) {
        boolean named = text.regionMatches(true, start, NAME, 0, NAME.length())
                || text.regionMatches(true, start, NAME.replace(' ', '_'), 0, NAME.length());
        int end = named ? Bounds.find(text, "}}", start, Math.min(text.length(), start + LONGEST)) : -1;
        if (end < 0) {
            return null;
        }
        String inner = text.substring(start, end);
        Pairs pairs = Pairs.of(inner, 0, inner.length());
        Template.Part words = Template.read(inner, pairs, 0, inner.length()).place(1);
        String plain = words == null ? null : new Plain(inner, pairs).tidy(words.from(), words.to());
        return plain == null || plain.equalsIgnoreCase("none") ? null : plain;
    }
}
