package io.marquee.ingest.films;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the text of a cell to a type. Pure; a cell that is blank is null or 0, one that is something else is an error. */
final class Cells {

    private static final int LONGEST_NUMBER = 40;
    private static final Pattern ID = Pattern.compile("\\+?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");
    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;

    private Cells() {}

    /** Text that databases and JSON can hold: stripped, without NUL and without halves of characters; null if blank. */
    static String text(String cell) {
        if (cell == null) {
            return null;
        }
        String storable = isStorable(cell) ? cell : storable(cell);
        String stripped = storable.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static boolean isStorable(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private static String storable(String cell) {
        StringBuilder text = new StringBuilder(cell.length());
        cell.codePoints()
                .filter(character -> character != 0)
                .map(character -> Character.getType(character) == Character.SURROGATE ? '\uFFFD' : character)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** A TMDB id, at least 1. */
    static long id(String cell) throws RejectedRow {
        String text = text(cell);
        if (text == null) {
            throw new RejectedRow("the id is missing");
        }
        if (ID.matcher(text).matches()) {
            long id = Long.parseLong(text);
            if (id >= 1) {
                return id;
            }
        }
        throw new RejectedRow("the id '" + shortened(text) + "' is not a positive whole number");
    }

    /** US dollars or a count: a whole number, 0 or more; blank is 0. Also {@code 373554033.0}, as spreadsheets write it. */
    static long whole(String column, String cell) throws RejectedRow {
        String text = text(cell);
        if (text == null) {
            return 0;
        }
        try {
            long value = decimal(text).longValueExact();
            if (value >= 0) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new RejectedRow(column + " '" + shortened(text) + "' is not a whole number", e);
        }
        throw new RejectedRow(column + " '" + shortened(text) + "' is negative");
    }

    /** A number that JSON and a database can hold; blank is null. */
    static Double number(String column, String cell) throws RejectedRow {
        String text = text(cell);
        if (text == null) {
            return null;
        }
        try {
            return decimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw new RejectedRow(column + " '" + shortened(text) + "' is not a number", e);
        }
    }

    // Neither NaN nor hexadecimal, and no exponent whose digits would fill the memory.
    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER || !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException(shortened(text));
        }
        return new BigDecimal(text);
    }

    /** True or false; blank is null. */
    static Boolean flag(String column, String cell) throws RejectedRow {
        String text = text(cell);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RejectedRow(column + " '" + shortened(text) + "' is neither True nor False");
        };
    }

    /** An ISO date; null if blank or not one, since a film without its date is still a film. */
    static LocalDate date(String cell) {
        String text = text(cell);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NUMBER ? text : text.substring(0, LONGEST_NUMBER) + "…";
    }
}
