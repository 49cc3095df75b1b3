package io.marquee.ops.bi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A dashboard as Grafana is given it. */
record Dashboard(JsonNode json) {

    static final Path GRAFANA = Path.of("bi", "grafana");

    /** A query of a panel, with the dashboard's variables at their defaults; SQL or PromQL. */
    record Query(String panel, String text) {
        @Override
        public String toString() {
            return panel + ": " + text;
        }
    }

    static Dashboard read(String name) {
        try {
            return new Dashboard(new ObjectMapper()
                    .readTree(GRAFANA.resolve("dashboards").resolve(name).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> panels() {
        return list(json.get("panels"));
    }

    /** All queries of all panels. {@code $name} stands for a variable; Grafana's macros are not used. */
    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : list(panel.get("targets"))) {
                String text = target.path("rawSql").asText(target.path("expr").asText());
                for (JsonNode variable : list(json.at("/templating/list"))) {
                    text = text.replace(
                            "$" + variable.get("name").asText(),
                            variable.at("/current/value").asText());
                }
                queries.add(new Query(panel.get("title").asText(), text));
            }
        }
        return queries;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
