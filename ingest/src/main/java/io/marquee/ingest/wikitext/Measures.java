package io.marquee.ingest.wikitext;

import java.util.Map;
import java.util.Set;

/** Says the templates of numbers and measures. */
final class Measures {

    private static final Set<String> BETWEEN = Set.of("to", "and", "or", "by", "x", "-", "–", "to(-)", "and(-)");
    private static final Map<String, String> UNITS = Map.of(
            "km2", "km²", "m2", "m²", "m3", "m³", "sqmi", "sq mi", "sqft", "sq ft", "cuft", "cu ft", "C", "°C", "F",
            "°F");

    private static final int LONGEST_NUMBER = 18;

    /** More numbers than these are no range. */
    private static final int MOST_PLACES = 8;

    private Measures() {}

    /** A measure or a range of them, with the unit in which it was given. */
    static void convert(Arguments arguments, StringBuilder out) {
        out.append(grouped(arguments.value(1)));
        int unit = 2;
        String word = arguments.value(unit);
        while (BETWEEN.contains(word) && unit < MOST_PLACES) {
            boolean dash = word.equals("-") || word.equals("–");
            out.append(dash ? "–" : " " + word + " ").append(grouped(arguments.value(unit + 1)));
            unit += 2;
            word = arguments.value(unit);
        }
        if (!word.isEmpty()) {
            out.append(' ').append(UNITS.getOrDefault(word, word));
        }
    }

    /** A whole number as it is read: 1300 as 1,300. */
    private static String grouped(String number) {
        int length = number.length();
        if (length > LONGEST_NUMBER || !number.chars().allMatch(Character::isDigit)) {
            return number;
        }
        StringBuilder grouped = new StringBuilder(number);
        for (int i = length - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    static void number(Arguments arguments, StringBuilder out) {
        String unit = arguments.value("u") + arguments.value("ul");
        out.append(arguments.value(1)).append(unit.isEmpty() ? "" : " ").append(unit);
    }

    static void fraction(Arguments arguments, StringBuilder out) {
        String first = arguments.value(1);
        String second = arguments.value(2);
        String third = arguments.value(3);
        if (second.isEmpty()) {
            out.append("1/").append(first);
        } else if (third.isEmpty()) {
            out.append(first).append('/').append(second);
        } else {
            out.append(first).append(' ').append(second).append('/').append(third);
        }
    }

    static void circa(Arguments arguments, StringBuilder out) {
        String first = arguments.value(1);
        String second = arguments.value(2);
        out.append("c.");
        if (!first.isEmpty()) {
            out.append(' ').append(first);
        }
        if (!second.isEmpty()) {
            out.append(" – c. ").append(second);
        }
    }
}
