package io.marquee.processor.pages;

import io.marquee.processor.titles.TitleKey;

/**
 * A name by which a page is known besides its title.
 *
 * @param name the name; of a redirect the title that sends its readers on
 * @param way how it comes to be the page's
 * @param target title of the page
 */
public record Alias(String name, Way way, String target) {

    /** How a name comes to be a page's. */
    public enum Way {
        /** The dump says so: the name is a title that sends its readers to the page. */
        REDIRECT,
        /** The page gives it as its IMDb id. */
        IMDB_ID,
        /** The page's infobox has it above its facts. */
        INFOBOX_NAME,
        /** It is the page's title without a part. */
        SHORTER_TITLE
    }

    /** The title key under which the name is found. */
    public String key() {
        return switch (way) {
            case REDIRECT -> PageTitle.parse(name).key();
            case IMDB_ID -> name;
            case INFOBOX_NAME, SHORTER_TITLE -> TitleKey.of(name);
        };
    }

    /** The title key under which the page itself is found. */
    public String targetKey() {
        return PageTitle.parse(target).key();
    }
}
