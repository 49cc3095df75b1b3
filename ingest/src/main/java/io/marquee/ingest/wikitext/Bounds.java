package io.marquee.ingest.wikitext;

/** Finds words within bounds, so that a search that fails costs no more than they allow. */
final class Bounds {

    private Bounds() {}

    /** Where the word first stands that begins before a position, or -1. */
    static int find(String text, String word, int from, int to) {
        char first = word.charAt(0);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == first && text.startsWith(word, i)) {
                return i;
            }
        }
        return -1;
    }
}
