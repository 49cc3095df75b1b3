package io.marquee.connect;

import com.fasterxml.jackson.core.type.TypeReference;
import io.marquee.records.Json;
import io.marquee.records.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connectors, one for each table, from the files in {@code connectors/}.
 *
 * <p>What differs per environment stands in the files as {@code ${jdbc.url}}, {@code ${jdbc.user}} and
 * {@code ${jdbc.password}}; {@code ${schema:NAME}} is the content of the schema file {@code connect-schemas/NAME.json}.
 */
public final class Connectors {

    private static final TypeReference<Map<String, String>> CONFIGURATION = new TypeReference<>() {};

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:schema:([^}]+)|([^}]+))}");

    private Connectors() {}

    /** All connectors, filled in for a database. */
    public static List<Connector> all(SinkDatabase database) {
        return Sink.ALL.stream().map(sink -> load(sink, database)).toList();
    }

    private static Connector load(Sink sink, SinkDatabase database) {
        Map<String, String> environment = Map.of(
                "jdbc.url", database.sinkUrl(),
                "jdbc.user", database.user(),
                "jdbc.password", database.passwordReference());
        Map<String, String> configuration = new TreeMap<>();
        try {
            Json.mapper()
                    .readValue(Resources.text("/connectors/" + sink.connector() + ".json"), CONFIGURATION)
                    .forEach((key, value) -> configuration.put(key, fillIn(value, environment)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.put("name", sink.connector());
        configuration.put("topics", sink.topic());
        configuration.put("collection.name.format", sink.table());
        return new Connector(sink.connector(), configuration);
    }

    private static String fillIn(String value, Map<String, String> environment) {
        Matcher matcher = PLACEHOLDER.matcher(value);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? known(environment, found.group(2)) : schema(found.group(1))));
    }

    private static String known(Map<String, String> environment, String name) {
        if (!environment.containsKey(name)) {
            throw new IllegalArgumentException("a connector asks for ${" + name + "}, which nothing gives");
        }
        return environment.get(name);
    }

    /** On one line: a worker's REST interface shows it, and its log. */
    private static String schema(String name) {
        try {
            return Json.mapper()
                    .readTree(Resources.text("/connect-schemas/" + name + ".json"))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
