package io.marquee.ingest.pages;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The wiki of a dump, as far as it tells how titles are to be read.
 *
 * @param address what a page's title follows in its URL
 * @param upperCase whether titles begin with an upper-case letter however they are written
 * @param namespaces names of all namespaces but the main one, in lower case
 */
record Site(String address, boolean upperCase, Set<String> namespaces) {

    /** What holds for a dump that tells nothing of its wiki. */
    static final Site WIKIPEDIA = new Site("https://en.wikipedia.org/wiki/", true, Set.of());

    /** Characters that MediaWiki leaves as they are, besides letters and digits. */
    private static final String PLAIN = "-_.~;@$!*(),/:";

    /** The same with the address of which {@code mainPage} is that of the main page. */
    Site at(String mainPage) {
        int end = Math.max(mainPage.lastIndexOf('/'), mainPage.lastIndexOf('=')) + 1;
        return end == 0 ? this : new Site(mainPage.substring(0, end), upperCase, namespaces);
    }

    /** Whether a title is of another namespace than the main one. */
    boolean isOther(String title) {
        int colon = title.indexOf(':');
        return colon > 0
                && namespaces.contains(
                        title.substring(0, colon).replace('_', ' ').strip().toLowerCase(Locale.ROOT));
    }

    /** The title that a link names, which may be written in several ways; empty if it names none. */
    String title(String link) {
        String title = link.replace('_', ' ').strip();
        if (title.startsWith(":")) {
            title = title.substring(1).strip();
        }
        if (!upperCase || title.isEmpty()) {
            return title;
        }
        int first = title.codePointAt(0);
        // By the letter alone: in words "ß" becomes "SS", in titles it stays.
        return Character.toString(Character.toUpperCase(first)) + title.substring(Character.charCount(first));
    }

    /** The page's address. */
    String url(String title) {
        StringBuilder url = new StringBuilder(address.length() + title.length() + 16).append(address);
        for (byte one : title.replace(' ', '_').getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (one & 0xff);
            if (isPlain(letter)) {
                url.append(letter);
            } else {
                url.append('%')
                        .append(Character.toUpperCase(Character.forDigit(letter >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(letter & 15, 16)));
            }
        }
        return url.toString();
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || PLAIN.indexOf(letter) >= 0;
    }
}
