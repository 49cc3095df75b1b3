package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and follows redirects. Not thread-safe. */
final class Web {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 10;

    /** Made when it is needed, which for sources of this machine is never. */
    private HttpClient client;

    private final String userAgent;
    private final Duration stall;

    Web(String userAgent, Duration stall) {
        this.userAgent = userAgent;
        this.stall = stall;
    }

    /**
     * Asks for a file.
     *
     * @param shown the location, for errors
     * @param target what is asked for
     * @param headers conditions and ranges; they go along to where a redirect leads
     * @throws BrokenConnectionException if the server cannot be reached, does not answer in time or redirects without end
     * @throws UserException for a redirect from https: to http:
     */
    Reply get(String shown, Target target, Map<String, String> headers)
            throws BrokenConnectionException, InterruptedException {
        Target current = target;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Reply reply = send(request(current, headers));
            String location = reply.header("Location").orElse("");
            if (!REDIRECTS.contains(reply.status()) || location.isEmpty()) {
                return reply;
            }
            reply.close();
            current = current.redirected(resolve(shown, current.uri(), location));
        }
        throw new BrokenConnectionException("the server redirects without end");
    }

    private static URI resolve(String shown, URI from, String location) throws BrokenConnectionException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new BrokenConnectionException("the server redirects to what is no address", e);
        }
        String scheme = String.valueOf(to.getScheme());
        if (to.getHost() == null || (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https"))) {
            throw new BrokenConnectionException("the server redirects to what is no web address");
        }
        if (scheme.equalsIgnoreCase("http") && from.getScheme().equalsIgnoreCase("https")) {
            throw new UserException(shown + " leads from https: to http://" + to.getHost()
                    + ", which anyone on the way could alter: give that address itself if you trust it");
        }
        return to;
    }

    private HttpRequest request(Target target, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.uri())
                .header("User-Agent", userAgent)
                // Sizes and checksums are of the file as it is stored.
                .header("Accept-Encoding", "identity")
                .GET();
        target.headers().forEach(request::header);
        headers.forEach(request::header);
        return request.build();
    }

    private Reply send(HttpRequest request) throws BrokenConnectionException, InterruptedException {
        // The request's own timeout is not used: in newer Javas it spans the body too, which may take hours.
        CompletableFuture<HttpResponse<BodyFeed>> answer = client().sendAsync(request, head -> new BodyFeed());
        try {
            HttpResponse<BodyFeed> response = answer.get(stall.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw BrokenConnectionException.stalled(stall);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw new BrokenConnectionException(reason(e.getCause()), e.getCause());
        }
    }

    private HttpClient client() {
        if (client == null) {
            // Redirects are followed here: the client would send a password on to the other host.
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(stall)
                    .build();
        }
        return client;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof java.net.ConnectException) {
            // The client leaves out whether the name is unknown or the port closed.
            return cause.getCause() instanceof java.nio.channels.UnresolvedAddressException
                    ? "its host is not known here"
                    : "its host does not take a connection";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
