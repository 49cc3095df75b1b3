package io.marquee.processor.match;

/**
 * What can speak for a page's being a film's, or against it. Weights add up to the logarithm of the odds.
 */
public enum Evidence {
    /** No two titles share an IMDb id, and both sides had it from people who looked it up. */
    SAME_IMDB_ID(12, "same IMDb id"),
    /** The page gives another title's id. */
    OTHER_IMDB_ID(-7, "another IMDb id"),

    /** Letter by letter, but for case. */
    TITLE(3.2, "title equal"),
    /** But for accents, punctuation and spaces. */
    TITLE_FOLDED(0.5, "title equal but for punctuation"),
    /** But for articles and numerals too. */
    TITLE_LOOSE(-1, "title equal but for articles and numerals"),
    /** Wikipedia keeps the original title where it is known by that. */
    ORIGINAL_TITLE(2.3, "original title equal"),
    /** A title of the film is one that Wikipedia sends on to the page. */
    REDIRECT(2, "a redirect has the title"),
    /** The infobox has the film's title. */
    BOX_NAME(1, "infobox has the title"),
    /** Wikipedia leaves subtitles and makers out. */
    PAGE_SHORTER(-0.8, "page's title is a part of the film's"),
    /** The page may be a sequel's. */
    PAGE_LONGER(-2.8, "film's title is a part of the page's"),
    /** They share no title at all. */
    NO_TITLE(-4.5, "no title equal"),

    /** The year that tells the page from its namesakes is the film's. */
    SUFFIX_YEAR(2, "year in the page's title equal"),
    /** First shown at a festival, then released: sources differ by a year. */
    SUFFIX_YEAR_NEAR(-1, "year in the page's title one apart"),
    /** Rarely by two. */
    SUFFIX_YEAR_TWO(-3.5, "year in the page's title two apart"),
    /** Another film of that title. */
    SUFFIX_YEAR_FAR(-8, "year in the page's title differs"),
    /** The article says so. */
    TEXT_YEAR(2.5, "year in the article equal"),
    /** As above. */
    TEXT_YEAR_NEAR(1, "year in the article one apart"),
    /** As above. */
    TEXT_YEAR_TWO(-1.8, "year in the article two apart"),
    /** Another film of that title. */
    TEXT_YEAR_FAR(-6, "year in the article differs"),
    /** Nothing tells the page from another film's of that title. */
    NO_YEAR(0.5, "no year to compare"),

    /** Wikipedia's word for a film among namesakes. */
    SUFFIX_FILM(1.7, "page's title says film"),
    /** Something else that was shown on a screen; TMDB counts some among films. */
    SUFFIX_SCREEN(-1.3, "page's title says it is another thing of the screen"),
    /** The plain title is the film's only where the film is what most people mean by it. */
    SUFFIX_NONE(1.2, "page's title says nothing of its kind"),

    /** The article shows a film from all sides. */
    FILM_CLEAR(0.5, "article is on a film"),
    /** The article shows a film. */
    FILM_LIKELY(0.2, "article is likely on a film"),
    /** The article shows little. */
    FILM_POSSIBLE(-0.7, "article may be on a film"),
    /** The article shows something else. */
    FILM_UNLIKELY(-3, "article is likely on something else"),
    /** The article shows a film and something else as well. */
    FILM_MIXED(-2, "article shows something else too"),

    /** Of films of one title the oldest has it for itself; unless a younger one is far better known. */
    NAMESAKE_OLDER(-3.2, "an older film of the title, far better known, has no page yet"),
    /** As above. */
    NAMESAKE_OLDER_LESS_KNOWN(-1.6, "an older film of the title, not far better known, has no page yet"),
    /** The page may be that one's. */
    NAMESAKE_YOUNGER(-2, "a younger film of the title, far better known, has no page yet"),
    /** Rarely. */
    NAMESAKE_YOUNGER_LESS_KNOWN(-1, "a younger film of the title, not far better known, has no page yet");

    private final double weight;
    private final String words;

    Evidence(double weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    /** What it adds to the logarithm of the odds. */
    public double weight() {
        return weight;
    }

    /** What it is, to read. */
    public String words() {
        return words;
    }
}
