package io.marquee.ingest.wikitext;

/**
 * Characters of private use, which stand in a text between its steps for what is not text. {@link Tidy} takes them out.
 */
final class Marks {

    /** Here was a template that says nothing in plain text. */
    static final char GONE = '\uE000';

    /** Here was how a word sounds, or a name in another language that is not worth its place. */
    static final char SOUND = '\uE001';

    /** What follows is in another language. */
    static final char FOREIGN = '\uE002';

    /** Here was a formula: the sentence makes no sense without it. */
    static final char HOLE = '\uE003';

    private static final char FIRST = GONE;
    private static final char LAST = HOLE;
    private static final char SHIFT = '\uE100';

    private Marks() {}

    static boolean isMark(char character) {
        return character >= FIRST && character <= LAST;
    }

    /** A character that is no markup any longer: as within {@code <nowiki>}. */
    static char shielded(char character) {
        boolean letter = character > '~' || Character.isLetterOrDigit(character) || character == ' ';
        return letter ? character : (char) (SHIFT + character);
    }

    /** The character that was shielded; others stay as they are. */
    static char unshielded(char character) {
        return character >= SHIFT && character <= SHIFT + '~' ? (char) (character - SHIFT) : character;
    }
}
