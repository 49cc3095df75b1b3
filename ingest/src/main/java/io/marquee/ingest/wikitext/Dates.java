package io.marquee.ingest.wikitext;

import java.util.List;

/** Says the templates of dates. */
final class Dates {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private Dates() {}

    /** A date given as year, month and day, or as words. */
    static void date(Arguments arguments, StringBuilder out) {
        String year = arguments.value(1);
        String month = month(arguments.value(2));
        String day = arguments.value(3);
        boolean dayFirst = !arguments.value("df").isEmpty();
        if (month == null) {
            out.append(year);
        } else if (day.isEmpty()) {
            out.append(month).append(' ').append(year);
        } else if (dayFirst) {
            out.append(day).append(' ').append(month).append(' ').append(year);
        } else {
            out.append(month).append(' ').append(day).append(", ").append(year);
        }
    }

    static void asOf(Arguments arguments, StringBuilder out) {
        String words = arguments.value("alt");
        if (!words.isEmpty()) {
            out.append(words);
            return;
        }
        boolean lower = !arguments.value("lc").isEmpty();
        boolean since = !arguments.value("since").isEmpty();
        String start = since ? "since " : "as of ";
        out.append(lower ? start : Character.toUpperCase(start.charAt(0)) + start.substring(1));
        date(arguments, out);
    }

    private static String month(String number) {
        boolean isNumber =
                !number.isEmpty() && number.length() <= 2 && number.chars().allMatch(Character::isDigit);
        int month = isNumber ? Integer.parseInt(number) : 0;
        if (month >= 1 && month <= MONTHS.size()) {
            return MONTHS.get(month - 1);
        }
        return MONTHS.contains(number) ? number : null;
    }
}
