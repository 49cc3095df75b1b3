package io.marquee.ingest.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page sends its readers, as its text says it: {@code #REDIRECT [[Target#Section|words]]}.
 *
 * @param target the title, as it is written; may be empty
 * @param toSection whether it is a section of that page
 */
record Redirection(String target, boolean toSection) {

    /** What may stand before it, and it itself; a title has 255 bytes at most. */
    private static final int LONGEST = 2_000;

    /** In wikis of other languages another word may stand there too. */
    private static final Pattern ANY = Pattern.compile("\\s*#[^\\s\\[:]+\\s*:?\\s*\\[\\[([^\\]|]*)[\\]|]");

    private static final Pattern ENGLISH =
            Pattern.compile("\\s*#redirect\\s*:?\\s*\\[\\[([^\\]|]*)[\\]|]", Pattern.CASE_INSENSITIVE);

    /**
     * Reads it off a page's text.
     *
     * @param known whether the page is known to be a redirect, so that any word may say so
     */
    static Optional<Redirection> of(String text, boolean known) {
        Matcher matcher = (known ? ANY : ENGLISH).matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        return matcher.lookingAt() ? Optional.of(to(matcher.group(1))) : Optional.empty();
    }

    /** That of a link. */
    static Redirection to(String link) {
        int section = link.indexOf('#');
        return section < 0 ? new Redirection(link, false) : new Redirection(link.substring(0, section), true);
    }
}
