package io.marquee.ingest.source;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which file of a zip is the source.
 *
 * @param description to name it in errors
 * @param accepts tells it by its file name, without folders
 */
public record Wanted(String description, Predicate<String> accepts) {

    /** The file of this name, in any folder. */
    public static Wanted named(String name) {
        return new Wanted(name, name::equals);
    }

    /** A file with this ending, such as {@code .xml}. */
    public static Wanted ending(String ending) {
        return new Wanted(
                "file *" + ending, name -> name.toLowerCase(Locale.ROOT).endsWith(ending));
    }
}
