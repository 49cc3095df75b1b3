package io.marquee.ingest.films;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes names out of the cells that hold Python lists of dicts, or one dict. Counts those it could not read. */
final class Names {

    private long broken;

    /** Cells so far that were no list, or no dict. */
    long broken() {
        return broken;
    }

    /**
     * The values of one field in a list of dicts, in order, each once.
     *
     * <p>A cell that is no such list, or cut off, is empty and counted: a film without its genres is still a film. What
     * Python takes for false ({@code False}, {@code None}, {@code 0}) is an empty list.
     */
    List<String> all(String cell, String field) {
        Object value = read(cell);
        if (!(value instanceof List<?> items)) {
            return List.of();
        }
        List<String> names = new ArrayList<>(items.size());
        for (Object item : items) {
            String name = field(item, field);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** The value of one field in a dict; null, and counted, if it is no dict. */
    String one(String cell, String field) {
        Object value = read(cell);
        return value == null ? null : field(value, field);
    }

    private Object read(String cell) {
        String text = Cells.text(cell);
        if (text == null || text.equals("[]")) {
            return null;
        }
        try {
            Object value = PythonLiteral.parse(text);
            if (value instanceof List || value instanceof Map) {
                return value;
            }
            if (value != null && !value.equals(false) && !value.equals(0L)) {
                broken++;
            }
            return null;
        } catch (PythonSyntaxException e) {
            broken++;
            return null;
        }
    }

    private String field(Object item, String field) {
        if (item instanceof Map<?, ?> dict) {
            Object value = dict.get(field);
            return value == null ? null : Cells.text(value.toString());
        }
        broken++;
        return null;
    }
}
