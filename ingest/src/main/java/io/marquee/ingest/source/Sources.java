package io.marquee.ingest.source;

import io.marquee.ingest.fetch.Location;
import io.marquee.settings.UserException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes sources of what the user typed: a plain path or a {@code file:} URI. What is elsewhere is fetched before, and is a
 * path by then.
 */
public final class Sources {

    // Two characters at least, so that the drive of a Windows path is none.
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private Sources() {}

    /**
     * Makes a source of a location.
     *
     * @throws UserException for a scheme that is not supported, or a text that is no path
     */
    public static Source of(String location) {
        Path path = path(location);
        return new LocalFile(location, nameOf(path), path);
    }

    /**
     * Makes the parts of one source. Parts that share a file name are called by their location, so that each place in
     * them has one name.
     *
     * @throws UserException as {@link #of(String)}, or if there is no location at all
     */
    public static List<Source> of(List<String> locations) {
        if (locations.isEmpty()) {
            throw new UserException("no source is named: name at least one file");
        }
        Map<String, Integer> names = new HashMap<>();
        locations.forEach(location -> names.merge(nameOf(path(location)), 1, Integer::sum));
        List<Source> sources = new ArrayList<>();
        for (String location : locations) {
            Path path = path(location);
            String name = nameOf(path);
            sources.add(new LocalFile(location, names.get(name) > 1 ? location : name, path));
        }
        return List.copyOf(sources);
    }

    private static Path path(String location) {
        if (location.isBlank()) {
            throw new UserException("the location of a source is empty: give a path or a file: URI");
        }
        try {
            if (!SCHEME.matcher(location).matches()) {
                return Path.of(location);
            }
            String scheme = location.substring(0, location.indexOf(':'));
            if (!scheme.equalsIgnoreCase("file")) {
                throw new UserException("the scheme " + scheme + ": of " + Location.shown(location)
                        + " is not supported: give a plain path or a file: URI, or " + Location.REMOTE_FORMS);
            }
            URI uri = URI.create(location);
            // "file:films.csv" is no hierarchical URI, yet it is clear what is meant.
            return uri.isOpaque() ? Path.of(uri.getSchemeSpecificPart()) : Path.of(uri);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    Location.shown(location) + " is not a path or a file: URI (" + Location.shown(e.getMessage())
                            + "): mend it",
                    e);
        }
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
