package io.marquee.ingest.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.records.Json;
import io.marquee.settings.UserException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON text with places such as {@code ${text}}, as a chat tool wants it: {@code {"text": "${text}"}}. A place may be
 * written as {@code {{text}}}, too, where something else would fill what has a dollar.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}|\\{\\{([^}]*)}}");

    private final String text;

    /**
     * @param text of the template
     * @throws UserException for a place that nothing fills, or a text that is no JSON
     */
    Template(String text) {
        this.text = text;
        Map<String, Object> known = new Notification(NotificationEvent.RECOVERED, null, null, "").fields();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!known.containsKey(name(places))) {
                throw new UserException("the notification's template has " + places.group()
                        + ", which nothing fills: use " + String.join(", ", known.keySet()));
            }
        }
        try {
            Json.mapper().readTree(PLACE.matcher(text).replaceAll("0"));
        } catch (JsonProcessingException e) {
            throw new UserException("the notification's template is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    byte[] fill(Notification notification) {
        Map<String, Object> fields = notification.fields();
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(escaped(fields.get(name(place)))))
                .getBytes(UTF_8);
    }

    private static String name(MatchResult place) {
        return place.group(1) == null ? place.group(2) : place.group(1);
    }

    /** As it may stand between quotes in JSON. */
    private static String escaped(Object value) {
        String quoted = new String(Json.write(value == null ? "" : value.toString()), UTF_8);
        return quoted.substring(1, quoted.length() - 1);
    }
}
