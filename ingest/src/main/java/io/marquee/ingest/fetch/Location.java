package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a source is, as its user named it. */
public sealed interface Location {

    /** The forms of a location that is not on this machine, for errors and help. */
    String REMOTE_FORMS = "http:, https:, s3://bucket/key, kaggle:owner/dataset or enwiki:latest";

    /** Stands for what is secret in a location that is shown. */
    String HIDDEN = Redaction.HIDDEN;

    /** A path or a {@code file:} URI, or something else that is none of the others. */
    record Local(String text) implements Location {}

    /** A file on a web server; the URI may hold a user and a password. */
    record Web(URI uri) implements Location {
        @Override
        public String toString() {
            return Redaction.of(uri.toString());
        }
    }

    /** An object in a bucket of an S3-compatible store. */
    record Bucket(String bucket, String key) implements Location {
        @Override
        public String toString() {
            return "s3://" + bucket + "/" + key;
        }
    }

    /** A dataset of Kaggle, which comes as a zip. */
    record Kaggle(String owner, String dataset) implements Location {
        @Override
        public String toString() {
            return "kaggle:" + owner + "/" + dataset;
        }
    }

    /**
     * A dump of all articles of a wiki.
     *
     * @param wiki such as {@code enwiki}
     * @param edition eight digits, such as {@code 20261101}, or {@link #LATEST}
     */
    record Dump(String wiki, String edition) implements Location {

        /** The newest edition that is finished. */
        public static final String LATEST = "latest";

        @Override
        public String toString() {
            return wiki + ":" + edition;
        }
    }

    /**
     * Understands a location.
     *
     * @throws UserException for one that begins as one of the remote forms and is none
     */
    static Location of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Local(text);
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "http", "https" -> new Web(web(text, scheme));
            case "s3" -> bucket(text, rest);
            case "kaggle" -> kaggle(text, rest);
            default -> scheme.matches("[a-z][a-z0-9_-]*wiki") ? dump(scheme, rest) : new Local(text);
        };
    }

    /** Whether it has to be fetched. */
    default boolean isRemote() {
        return !(this instanceof Local);
    }

    /** A location as it may be shown: without passwords, keys and signatures. */
    static String shown(String text) {
        return Redaction.of(text);
    }

    private static URI web(String text, String scheme) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Neither the text nor the exception is shown: where a password ends is not known in what is no URI.
            throw new UserException("an " + scheme + ": address of a source is no URI (" + e.getReason()
                    + " at character " + (e.getIndex() + 1) + "): write special characters as %20 and the like");
        }
        throw new UserException("an " + scheme + ": address of a source names no host: give one such as " + scheme
                + "://host/movies.zip");
    }

    private static Bucket bucket(String text, String rest) {
        Matcher matcher = Pattern.compile("//(?<bucket>[^/\\s?#@]+)/(?<key>\\S(?:.*\\S)?)")
                .matcher(rest);
        if (!matcher.matches() || matcher.group("key").endsWith("/")) {
            throw new UserException(shown(text) + " names no object: give s3://bucket/key");
        }
        return new Bucket(matcher.group("bucket"), matcher.group("key"));
    }

    private static Kaggle kaggle(String text, String rest) {
        Matcher matcher =
                Pattern.compile("(?<owner>[\\w-]+)/(?<dataset>[\\w-]+)").matcher(rest);
        if (!matcher.matches()) {
            throw new UserException(shown(text) + " names no dataset: give kaggle:owner/dataset, such as"
                    + " kaggle:rounakbanik/the-movies-dataset");
        }
        return new Kaggle(matcher.group("owner"), matcher.group("dataset"));
    }

    private static Dump dump(String wiki, String edition) {
        if (!edition.equals(Dump.LATEST) && !edition.matches("\\d{8}")) {
            throw new UserException(wiki + ":" + edition + " names no edition: give " + wiki
                    + ":latest, or an edition such" + " as " + wiki + ":20261101");
        }
        return new Dump(wiki, edition);
    }
}
