package io.marquee.ingest.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees by their names whether the parts of a dump are all there. Wikipedia numbers them, such as
 * {@code enwiki-20261101-pages-articles-multistream2.xml-p41243p151573.bz2}: part 2, with the pages from number 41243 on.
 */
public final class DumpParts {

    private static final Pattern PART = Pattern.compile("(?<dump>.+-(?:pages-articles(?:-multistream)?|abstract))"
            + "(?<number>\\d{1,4})\\.xml(?:-p(?<from>\\d{1,18})p(?<to>\\d{1,18}))?(?:\\..*)?");

    private DumpParts() {}

    /** A part, by its name; the pages are 0 if the name does not tell them. */
    private record Part(String dump, int number, long from, long to) {

        private static Optional<Part> of(String location) {
            Matcher name = PART.matcher(location.replaceFirst("[?#].*$", "").replaceFirst("^.*/", ""));
            return name.matches()
                    ? Optional.of(new Part(
                            name.group("dump"),
                            Integer.parseInt(name.group("number")),
                            name.group("from") == null ? 0 : Long.parseLong(name.group("from")),
                            name.group("to") == null ? 0 : Long.parseLong(name.group("to"))))
                    : Optional.empty();
        }
    }

    /**
     * What is missing.
     *
     * @param locations of the parts that there are; names that are none of a part's are passed over
     * @param before locations of the parts that were last read from end to end
     * @return in words, empty if nothing is
     */
    public static Optional<String> missing(Collection<String> locations, Collection<String> before) {
        Map<String, List<Part>> dumps = byDump(locations);
        Map<String, List<Part>> dumpsBefore = byDump(before);
        return dumps.entrySet().stream()
                .map(dump -> gap(dump.getKey(), dump.getValue())
                        .or(() -> lost(
                                dump.getKey(), dump.getValue(), dumpsBefore.getOrDefault(dump.getKey(), List.of()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, List<Part>> byDump(Collection<String> locations) {
        Map<String, List<Part>> dumps = new TreeMap<>();
        locations.stream()
                .map(Part::of)
                .flatMap(Optional::stream)
                .forEach(part -> dumps.computeIfAbsent(part.dump(), dump -> new ArrayList<>())
                        .add(part));
        return dumps;
    }

    private static Optional<String> gap(String dump, List<Part> parts) {
        NavigableSet<Integer> numbers = numbers(parts);
        for (int number = 1; number <= numbers.last(); number++) {
            if (!numbers.contains(number)) {
                return Optional.of("part " + number + " of " + dump);
            }
        }
        if (parts.stream().anyMatch(part -> part.to() == 0)) {
            return Optional.empty();
        }
        long next = 1;
        for (Part part :
                parts.stream().sorted(Comparator.comparingLong(Part::from)).toList()) {
            if (part.from() > next) {
                return Optional.of("pages " + next + " to " + (part.from() - 1) + " of " + dump);
            }
            next = Math.max(next, part.to() + 1);
        }
        return Optional.empty();
    }

    private static Optional<String> lost(String dump, List<Part> parts, List<Part> before) {
        NavigableSet<Integer> lost = numbers(before);
        lost.removeAll(numbers(parts));
        if (!lost.isEmpty()) {
            return Optional.of("part " + lost.first() + " of " + dump + ", which the run before had");
        }
        // Several parts may share a number, each with pages of its own.
        return before.stream()
                .filter(part -> Set.copyOf(parts).size() < Set.copyOf(before).size() && !parts.contains(part))
                .min(Comparator.comparingLong(Part::from))
                .map(part -> "part " + part.number() + " of " + dump + " with the pages " + part.from() + " to "
                        + part.to() + ", which the run before had");
    }

    private static NavigableSet<Integer> numbers(List<Part> parts) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        parts.forEach(part -> numbers.add(part.number()));
        return numbers;
    }
}
