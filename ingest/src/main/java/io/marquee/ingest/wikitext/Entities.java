package io.marquee.ingest.wikitext;

import java.util.HashMap;
import java.util.Map;

/** Decodes the entities of HTML that are met in articles. */
final class Entities {

    /** No name is longer. Characters. */
    private static final int LONGEST = 10;

    /** The names of the characters from 160 on. */
    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
                    + "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
                    + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
                    + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
                    + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
                    + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";

    private static final Map<String, Character> NAMED = new HashMap<>();

    static {
        char character = 160;
        int start = 0;
        for (int space = LATIN.indexOf(' '); space >= 0; space = LATIN.indexOf(' ', start)) {
            NAMED.put(LATIN.substring(start, space), character++);
            start = space + 1;
        }
        NAMED.putAll(Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\''));
        NAMED.putAll(Map.of("ndash", '–', "mdash", '—', "hellip", '…', "minus", '−', "bull", '•'));
        NAMED.putAll(Map.of("lsquo", '‘', "rsquo", '’', "ldquo", '“', "rdquo", '”', "prime", '′'));
        NAMED.putAll(Map.of("ensp", ' ', "emsp", ' ', "thinsp", ' ', "hairsp", ' '));
        NAMED.putAll(Map.of("scaron", 'š', "Scaron", 'Š', "oelig", 'œ', "OElig", 'Œ', "zwnj", '\u200c'));
        NAMED.putAll(Map.of("zwj", '\u200d', "lrm", '\u200e', "rlm", '\u200f'));
    }

    private Entities() {}

    /**
     * Decodes the entity that begins here, also one whose ampersand is itself one.
     *
     * @return the position behind it; that of the next character if this is no entity
     */
    static int decode(String text, int start, int to, StringBuilder out) {
        int nameStart = text.startsWith("&amp;", start) && start + 5 <= to ? start + 5 : start + 1;
        int end = decodeNamed(text, nameStart, to, out);
        if (end < 0 && nameStart > start + 1) {
            out.append('&');
            return nameStart;
        }
        if (end < 0) {
            out.append('&');
            return start + 1;
        }
        return end;
    }

    private static int decodeNamed(String text, int start, int to, StringBuilder out) {
        int end = start;
        while (end < to && end - start <= LONGEST && isNamePart(text.charAt(end))) {
            end++;
        }
        if (end >= to || end == start || text.charAt(end) != ';') {
            return -1;
        }
        if (text.charAt(start) == '#') {
            return decodeNumber(text, start + 1, end, out) ? end + 1 : -1;
        }
        Character character = NAMED.get(text.substring(start, end));
        if (character == null) {
            return -1;
        }
        out.append(character.charValue());
        return end + 1;
    }

    private static boolean decodeNumber(String text, int start, int end, StringBuilder out) {
        boolean hexadecimal = start < end && (text.charAt(start) == 'x' || text.charAt(start) == 'X');
        int first = hexadecimal ? start + 1 : start;
        int radix = hexadecimal ? 16 : 10;
        int value = 0;
        for (int i = first; i < end; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            value = value * radix + digit;
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return false;
            }
        }
        if (first >= end || value < ' ' || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            return false;
        }
        out.appendCodePoint(value);
        return true;
    }

    private static boolean isNamePart(char character) {
        return character == '#' || (character < 128 && Character.isLetterOrDigit(character));
    }
}
