package io.marquee.ingest.wikitext;

import java.util.Set;

/** Knows where sentences end, and which texts are no sentences. */
final class Sentences {

    /** No lead is longer. Characters. */
    static final int LONGEST = 1_000;

    /** Words before a dot that never ends a sentence. */
    private static final Set<String> TITLES = Set.of("Dr", "Mr", "Mrs", "Ms", "St", "Jr", "Sr", "vs", "No");

    /** Words before a dot that ends a sentence only at the end of a paragraph. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Bros", "Inc", "Ltd", "Co", "Corp", "Prof", "Gen", "Col", "Lt", "Sgt", "Capt", "Cpt", "Rev", "Hon", "Gov",
            "Sen", "Rep", "Mt", "Ft", "Vol", "approx", "ca", "etc", "fl", "lit", "est", "pp", "ed", "eds", "cf", "al",
            "trans");

    private static final String CLOSERS = "\"'”’)]";
    private static final int FEWEST_WORDS = 3;

    private Sentences() {}

    /** The whole sentences at the text's start, as many as a lead may have; null if there are none. */
    static String whole(String text) {
        int hole = text.indexOf(Marks.HOLE);
        int limit = Math.min(hole < 0 ? text.length() : hole, LONGEST);
        int last = -1;
        int depth = 0;
        for (int i = 0; i < limit; i++) {
            char character = text.charAt(i);
            if (character == '(') {
                depth++;
            } else if (character == ')') {
                depth--;
            } else if (character == '.' || character == '!' || character == '?') {
                int end = end(text, i);
                boolean ends = end == text.length()
                        ? !isTitle(text, i)
                        : end > 0 && end <= limit && depth <= closed(text, i, end) && endsWithin(text, i, end);
                last = ends && end <= limit ? end : last;
            }
        }
        return last < 0 || words(text, last) < FEWEST_WORDS ? null : text.substring(0, last);
    }

    /** Whether a text holds markup or is no prose. */
    static boolean isDebris(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean debris = switch (character) {
                case '{', '}', '|' -> true;
                case '[', ']' -> next == character;
                case '<' -> text.regionMatches(true, i, "<ref", 0, 4);
                case '!', '#', '*' -> i == 0;
                case 'p', 'P' ->
                    (next == 'x' || next == 'X') && i > 0 && text.charAt(i - 1) >= '0' && text.charAt(i - 1) <= '9';
                case 'r', 'R' -> text.regionMatches(true, i, "refer to", 0, 8) && isChoice(text, i);
                default -> false;
            };
            if (debris) {
                return true;
            }
        }
        return text.regionMatches(true, 0, "REDIRECT", 0, 8);
    }

    /** Whether "may", "can" or "could" stands before the word that begins here. */
    private static boolean isChoice(String text, int start) {
        int end = start - 1;
        if (end > 5 && text.regionMatches(true, end - 5, " also", 0, 5)) {
            end -= 5;
        }
        for (String word : new String[] {"may", "can", "could"}) {
            if (end >= word.length() && text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The position behind a mark that ends sentences and what closes with it, or -1 if no space follows. */
    private static int end(String text, int mark) {
        int end = mark + 1;
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end == text.length() || text.charAt(end) == ' ' ? end : -1;
    }

    private static int closed(String text, int mark, int end) {
        int closed = 0;
        for (int i = mark; i < end; i++) {
            closed += text.charAt(i) == ')' ? 1 : 0;
        }
        return closed;
    }

    /** Whether a sentence ends here with another behind it. */
    private static boolean endsWithin(String text, int mark, int end) {
        if (isTitle(text, mark)) {
            return false;
        }
        String word = wordBefore(text, mark);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        boolean abbreviated =
                text.charAt(mark) == '.' && (initial || word.indexOf('.') >= 0 || ABBREVIATIONS.contains(word));
        return !abbreviated && end + 1 < text.length() && !Character.isLowerCase(text.charAt(end + 1));
    }

    /** Whether what stands before a mark is an initial or a title, behind which names go on. */
    private static boolean isTitle(String text, int mark) {
        char before = mark == 0 ? 'A' : text.charAt(mark - 1);
        return (before >= 'A' && before <= 'Z') || TITLES.contains(letters(text, mark));
    }

    private static String wordBefore(String text, int mark) {
        int start = mark;
        while (start > 0 && text.charAt(start - 1) != ' ' && text.charAt(start - 1) != '(' && mark - start < 20) {
            start--;
        }
        return text.substring(start, mark);
    }

    private static String letters(String text, int mark) {
        int start = mark;
        while (start > 0 && isWordPart(text.charAt(start - 1)) && mark - start < 5) {
            start--;
        }
        return text.substring(start, mark);
    }

    private static boolean isWordPart(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static int words(String text, int end) {
        int words = 1;
        for (int i = 0; i < end; i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }
}
