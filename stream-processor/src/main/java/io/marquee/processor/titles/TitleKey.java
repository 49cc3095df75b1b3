package io.marquee.processor.titles;

import io.marquee.records.Film;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The normal form of a title on which films and pages meet: letters and digits of any script, without accents, case,
 * punctuation and spaces, with {@code &} spelt out.
 */
public final class TitleKey {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TitleKey() {}

    /** The key of a title; of a title without letters and digits, the title itself. */
    public static String of(String title) {
        String folded = isPlain(title) ? title.toLowerCase(Locale.ROOT) : fold(title);
        String key =
                NEITHER_LETTER_NOR_DIGIT.matcher(folded.replace("&", "and")).replaceAll("");
        return key.isEmpty() ? title.strip() : key;
    }

    /** The keys of a film: of its title and of its original title. */
    public static Set<String> of(Film film) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(of(film.title()));
        if (film.originalTitle() != null) {
            keys.add(of(film.originalTitle()));
        }
        return keys;
    }

    private static String fold(String title) {
        String lower = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(lower)
                .replaceAll("")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d");
    }

    private static boolean isPlain(String title) {
        for (int i = 0; i < title.length(); i++) {
            if (title.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
