package io.marquee.ingest.wikitext;

/** Finds the tags of HTML in wikitext. */
final class Tags {

    private Tags() {}

    /** The position behind the tag that opens here, or -1 if this is none. Looks no further than the next {@code <}. */
    static int end(String text, int open, int to) {
        int i = open + 1;
        if (i < to && text.charAt(i) == '/') {
            i++;
        }
        if (i >= to || !isLetter(text.charAt(i))) {
            return -1;
        }
        while (i < to && text.charAt(i) != '<') {
            if (text.charAt(i) == '>') {
                return i + 1;
            }
            i++;
        }
        return -1;
    }

    /** Whether a tag's name stands here; the name is in lower case. */
    static boolean isNamed(String text, int start, String name) {
        int end = start + name.length();
        return text.regionMatches(true, start, name, 0, name.length())
                && (end >= text.length() || !isNamePart(text.charAt(end)));
    }

    private static boolean isNamePart(char character) {
        return isLetter(character) || (character >= '0' && character <= '9') || character == '-';
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
