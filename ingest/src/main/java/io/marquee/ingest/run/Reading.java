package io.marquee.ingest.run;

import io.marquee.ingest.pages.DumpParts;
import io.marquee.settings.UserException;
import java.util.Collection;

/**
 * How sources are read.
 *
 * @param filmsAnew whether the films are read although they have not changed
 * @param wikipediaAnew whether the pages are read although they have not changed
 * @param partial whether a dump is taken of which a part is missing
 */
public record Reading(boolean filmsAnew, boolean wikipediaAnew, boolean partial) {

    /** What has not changed is not read, and a dump must be whole. */
    public static final Reading USUAL = new Reading(false, false, false);

    /**
     * Does nothing, unless a part of a dump is missing: half a dump would take the links of half the films away.
     *
     * @param locations of the parts
     * @param before locations of the parts that the run before read
     * @throws UserException if one is missing, and that is not allowed
     */
    void requireWhole(Collection<String> locations, Collection<String> before) {
        if (!partial) {
            DumpParts.missing(locations, before).ifPresent(part -> {
                throw new UserException("the dump is not whole: " + part
                        + " is missing: name all parts by --wikipedia, or allow it by --allow-partial");
            });
        }
    }
}
