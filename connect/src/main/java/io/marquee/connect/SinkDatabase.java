package io.marquee.connect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The database that connectors write to.
 *
 * @param url JDBC URL; parameters such as {@code ?sslmode=verify-full&sslrootcert=/path} are kept
 * @param user who writes
 * @param passwordReference where the worker finds the password, such as {@code ${env:PGPASSWORD}}: a reference to one of
 *     its config providers, so that the password itself stands in no configuration
 */
public record SinkDatabase(String url, String user, String passwordReference) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[\\w-]+:[^{}]+}");
    private static final Set<String> CREDENTIALS = Set.of("user", "password", "sslpassword");

    /**
     * What the sink asks of the driver, whatever the URL says. Batches become one statement of many rows; and text is
     * sent without a type, so that PostgreSQL reads it as the column's, an ISO date as a date.
     */
    private static final Map<String, String> NEEDED =
            Map.of("reWriteBatchedInserts", "true", "stringtype", "unspecified");

    private static final Map<String, String> DEFAULTS =
            Map.of("tcpKeepAlive", "true", "ApplicationName", "marquee-sink");

    /**
     * @throws IllegalArgumentException for a password instead of a reference to one, or a URL that is none of PostgreSQL
     *     or holds a password
     */
    public SinkDatabase {
        if (!REFERENCE.matcher(passwordReference).matches()) {
            throw new IllegalArgumentException(
                    "the password must be a reference to a config provider, such as ${file:/path:key}");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "the database must be a JDBC URL such as jdbc:postgresql://localhost:5432/marquee");
        }
        if (parameters(url).keySet().stream().anyMatch(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new IllegalArgumentException("the database's URL must hold no user and no password");
        }
    }

    /** The URL for the sink, with what it needs of the driver. */
    String sinkUrl() {
        Map<String, String> parameters = new LinkedHashMap<>(DEFAULTS);
        parameters.putAll(parameters(url));
        parameters.putAll(NEEDED);
        return url.replaceFirst("\\?.*", "")
                + parameters.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** As they stand in the URL, encoded. */
    private static Map<String, String> parameters(String url) {
        int start = url.indexOf('?');
        if (start < 0) {
            return Map.of();
        }
        return Arrays.stream(url.substring(start + 1).split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts.length == 1 ? "" : parts[1], (first, second) -> second));
    }
}
