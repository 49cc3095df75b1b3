package io.marquee.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * What one request asks for. May hold secrets.
 *
 * @param uri without user and password
 * @param headers that give access; they go to this host only
 */
record Target(URI uri, Map<String, String> headers) {

    /** A URI without its fragment; a user and password in it become a header. */
    static Target of(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        String user = uri.getUserInfo();
        if (user == null) {
            return new Target(URI.create(whole), Map.of());
        }
        URI open = URI.create(whole.replaceFirst("://[^/?#]*@", "://"));
        return new Target(open, Map.of("Authorization", basic(user)));
    }

    /** The header's value for {@code user:password}. */
    static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    /** The same secrets for another address of the same host; none for another host. */
    Target redirected(URI other) {
        boolean same = other.getScheme().equalsIgnoreCase(uri.getScheme())
                && uri.getHost().equalsIgnoreCase(other.getHost())
                && uri.getPort() == other.getPort();
        return new Target(other, same ? headers : Map.of());
    }

    @Override
    public String toString() {
        return Redaction.of(uri.toString());
    }
}
