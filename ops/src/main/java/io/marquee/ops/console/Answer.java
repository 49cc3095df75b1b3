package io.marquee.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.records.Json;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body text
 * @param headers besides the type
 */
record Answer(int status, String type, String body, Map<String, String> headers) {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    /** A value, written as JSON. */
    static Answer json(int status, Object value) {
        return new Answer(status, JSON, new String(Json.write(value), UTF_8), Map.of());
    }

    /** Text that is JSON already. */
    static Answer json(String json) {
        return new Answer(200, JSON, json, Map.of());
    }

    static Answer text(int status, String text) {
        return new Answer(status, TEXT, text, Map.of());
    }

    /** @param message one line: what is wrong, and the remedy */
    static Answer error(int status, String message) {
        return json(status, Map.of("error", message.replaceAll("\\s*\\R\\s*", " ")));
    }
}
