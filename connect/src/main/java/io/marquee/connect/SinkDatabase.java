package io.marquee.connect;

/**
 * The database that connectors write to.
 *
 * @param url JDBC URL, without parameters
 * @param user who writes
 * @param passwordReference where the worker finds the password, such as {@code ${env:PGPASSWORD}}: a reference to one of
 *     its config providers, so that the password itself stands in no configuration
 */
public record SinkDatabase(String url, String user, String passwordReference) {

    /** @throws IllegalArgumentException for a password instead of a reference to one, or a URL with parameters */
    public SinkDatabase {
        if (!passwordReference.startsWith("${") || !passwordReference.endsWith("}")) {
            throw new IllegalArgumentException("the password must be a reference to a config provider");
        }
        if (url.contains("?")) {
            throw new IllegalArgumentException("the JDBC URL must have no parameters");
        }
    }

    /**
     * The URL for the sink. Batches become one statement of many rows; and text is sent without a type, so that
     * PostgreSQL reads it as the column's, an ISO date as a date.
     */
    String sinkUrl() {
        return url
                + "?reWriteBatchedInserts=true&stringtype=unspecified&tcpKeepAlive=true&ApplicationName=marquee-sink";
    }
}
