package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.S3Utilities;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/**
 * Access to an S3-compatible store, by the environment variables that all its tools know. Amazon's client finds the
 * address and signs it; fetching itself is the same as from any web server.
 */
final class ObjectStore {

    private static final String KEY_ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    // A request is made at once; its answer may take as long as it wants.
    private static final Duration SIGNATURE = Duration.ofMinutes(15);

    private final FetchEnvironment environment;

    ObjectStore(FetchEnvironment environment) {
        this.environment = environment;
    }

    /** The address of the store, or empty for Amazon's own. */
    String endpoint() {
        return environment.first(ENDPOINT + "_S3", ENDPOINT).orElse("");
    }

    /**
     * What to ask for to get an object; signed, if there are credentials.
     *
     * @throws UserException for variables that cannot be used
     */
    Target target(Location.Bucket bucket) {
        Optional<AwsCredentials> credentials = credentials();
        Region region =
                Region.of(environment.first("AWS_REGION", "AWS_DEFAULT_REGION").orElse("us-east-1"));
        Optional<URI> endpoint =
                Optional.of(endpoint()).filter(text -> !text.isEmpty()).map(ObjectStore::uri);
        // A store of one's own seldom has a host name for each bucket.
        S3Configuration style = S3Configuration.builder()
                .pathStyleAccessEnabled(endpoint.isPresent())
                .build();
        try {
            return credentials.isPresent()
                    ? signed(bucket, credentials.get(), region, endpoint, style)
                    : open(bucket, region, endpoint, style);
        } catch (MalformedURLException | URISyntaxException e) {
            throw new UserException(bucket + " makes no address: check bucket and key", e);
        }
    }

    private static Target signed(
            Location.Bucket bucket,
            AwsCredentials credentials,
            Region region,
            Optional<URI> endpoint,
            S3Configuration style)
            throws URISyntaxException {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .serviceConfiguration(style);
        endpoint.ifPresent(builder::endpointOverride);
        try (S3Presigner presigner = builder.build()) {
            GetObjectRequest object = GetObjectRequest.builder()
                    .bucket(bucket.bucket())
                    .key(bucket.key())
                    .build();
            PresignedGetObjectRequest signed = presigner.presignGetObject(
                    request -> request.signatureDuration(SIGNATURE).getObjectRequest(object));
            Map<String, String> headers = new LinkedHashMap<>();
            signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            // The client sets it by itself, to the same.
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("host"));
            return new Target(signed.url().toURI(), headers);
        }
    }

    private static Target open(Location.Bucket bucket, Region region, Optional<URI> endpoint, S3Configuration style)
            throws MalformedURLException, URISyntaxException {
        S3Utilities.Builder builder = S3Utilities.builder().region(region).s3Configuration(style);
        S3Utilities utilities = builder.build();
        URI uri = utilities
                .getUrl(request -> {
                    request.bucket(bucket.bucket()).key(bucket.key());
                    endpoint.ifPresent(request::endpoint);
                })
                .toURI();
        return new Target(uri, Map.of());
    }

    private Optional<AwsCredentials> credentials() {
        Optional<String> keyId = environment.first(KEY_ID);
        Optional<String> secret = environment.first(SECRET);
        if (keyId.isPresent() != secret.isPresent()) {
            throw new UserException((keyId.isPresent() ? KEY_ID : SECRET) + " is set without "
                    + (keyId.isPresent() ? SECRET : KEY_ID) + ": set both, or neither for what is open to all");
        }
        return keyId.map(id -> environment
                .first("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret.orElseThrow(), token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret.orElseThrow())));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below; the text may hold a secret.
        }
        throw new UserException(ENDPOINT + " is no web address: give one such as https://storage.example.org");
    }

    /** Why the store does not give an object, and the remedy. */
    String explain(Reply reply) {
        int status = reply.status();
        Optional<String> region = reply.header("x-amz-bucket-region");
        if (region.isPresent() && (status == 301 || status == 307 || status == 400)) {
            return "lies in another region (" + status + "): set AWS_REGION to " + region.get();
        }
        return switch (status) {
            case 401, 403 ->
                environment.first(KEY_ID).isPresent()
                        ? "may not be read (" + status + "): check " + KEY_ID + ", " + SECRET
                                + " and what they give a right to"
                        : "may not be read without credentials (" + status + "): set " + KEY_ID + " and " + SECRET;
            case 404 -> "is not there (404): check bucket, key and " + ENDPOINT;
            default -> "cannot be had, the store answers " + status + ": check bucket, key, AWS_REGION and " + ENDPOINT;
        };
    }
}
