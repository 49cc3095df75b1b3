package io.marquee.processor.titles;

import io.marquee.records.Film;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The normal form of a title on which films and pages meet: its {@linkplain TitleWords words} without articles, with
 * numerals as digits, all together. Titles that people write in different ways meet; whether they are one is weighed
 * afterwards.
 */
public final class TitleKey {

    private TitleKey() {}

    /** The key of a title; of a title without letters and digits, the title itself. */
    public static String of(String title) {
        String key = TitleWords.of(title).plain();
        return key.isEmpty() ? title.strip() : key;
    }

    /** The keys of a film: of its title, of its original title, of shorter titles, and its IMDb id. */
    public static Set<String> of(Film film) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(of(film.title()));
        if (film.originalTitle() != null) {
            keys.add(of(film.originalTitle()));
        }
        ShorterTitles.of(film.title()).forEach(shorter -> keys.add(of(shorter)));
        if (film.imdbId() != null) {
            keys.add(film.imdbId());
        }
        return keys;
    }
}
