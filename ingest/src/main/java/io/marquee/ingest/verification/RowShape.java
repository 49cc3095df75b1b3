package io.marquee.ingest.verification;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One form of text for a record of a topic and for its row in the table, so that the two can be compared: the fields of
 * a schema in their order. Figures with a fraction are written as their bits, because everyone prints them otherwise.
 */
record RowShape(List<Field> fields) {

    private static final String NULL = "\u0001";
    private static final String AFTER_FIELD = "\u0002";
    private static final String AFTER_ITEM = "\u0003";

    /**
     * A field of the record and column of the table.
     *
     * @param name of both
     * @param type as the schema names it
     */
    record Field(String name, String type) {

        private String text(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return NULL;
            }
            return switch (type) {
                case "double" -> HexFormat.of().toHexDigits(Double.doubleToRawLongBits(node.doubleValue()));
                case "array" -> {
                    List<String> items = new ArrayList<>();
                    node.forEach(item -> items.add(item.asText()));
                    yield String.join(AFTER_ITEM, items);
                }
                default -> node.asText();
            };
        }

        private String sql() {
            String text = switch (type) {
                case "double" -> "encode(float8send(%s), 'hex')";
                case "array" -> "array_to_string(%s, chr(3))";
                default -> "%s::text";
            };
            return "coalesce(" + text.formatted('"' + name + '"') + ", chr(1))";
        }
    }

    /** The shape of a topic's keys or values, by the schema that Connect is given. */
    static RowShape of(String topic, boolean key) {
        String file = "/connect-schemas/" + topic + (key ? ".key.json" : ".value.json");
        try (InputStream in = Json.class.getResourceAsStream(file)) {
            List<Field> fields = new ArrayList<>();
            Json.mapper()
                    .readTree(in)
                    .path("fields")
                    .forEach(field -> fields.add(new Field(
                            field.path("field").asText(), field.path("type").asText())));
            return new RowShape(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a record. */
    String text(byte[] json) throws IOException {
        JsonNode node = Json.mapper().readTree(json);
        return fields.stream()
                .map(field -> field.text(node.path(field.name())))
                .collect(Collectors.joining(AFTER_FIELD));
    }

    /** An expression for the text of a row. */
    String sql() {
        return fields.stream().map(Field::sql).collect(Collectors.joining(", ", "concat_ws(chr(2), ", ")"));
    }
}
