package io.marquee.ingest.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text what nobody should see: in each address in it, user and password, and the values of its query. */
final class Redaction {

    static final String HIDDEN = "***";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?<user>[^/?#\\s]*@)?(?<path>[^?#\\s]*)(?<query>\\?[^#\\s]*)?(?:#\\S*)?");

    private static final Pattern VALUE = Pattern.compile("([?&])([^=&]*)(=?)[^&]*");

    /** What one who has the address may fetch with, and what of a signed address is another each time. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)x-(?:amz|goog)-.*|sig|signature|.*token|.*key|.*keyid|.*accessid|.*secret|.*password|expires|se|st|policy");

    private Redaction() {}

    static String of(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (matcher.find()) {
            String user = matcher.group("user") == null ? "" : HIDDEN + "@";
            String query = matcher.group("query") == null
                    ? ""
                    : VALUE.matcher(matcher.group("query")).replaceAll(Redaction::hideValue);
            matcher.appendReplacement(
                    shown, Matcher.quoteReplacement(matcher.group("scheme") + user + matcher.group("path") + query));
        }
        return matcher.appendTail(shown).toString();
    }

    /** An address without what is secret in it or differs from one signing to the next: what tells it from others. */
    static String identity(String address) {
        int mark = address.indexOf('?');
        if (mark < 0) {
            return of(address);
        }
        StringBuilder identity = new StringBuilder(of(address.substring(0, mark)));
        for (String parameter : address.substring(mark + 1).split("[&#]", -1)) {
            if (!SECRET.matcher(parameter.replaceFirst("=.*", "")).matches()) {
                identity.append('?').append(parameter);
            }
        }
        return identity.toString();
    }

    private static String hideValue(java.util.regex.MatchResult parameter) {
        // A parameter without a name for its value is hidden whole.
        String name = parameter.group(3).isEmpty() ? "" : parameter.group(2) + "=";
        return Matcher.quoteReplacement(parameter.group(1) + name + HIDDEN);
    }
}
