package io.marquee.ingest.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON to a web address, a few times if it is not taken.
 *
 * @param address where; who knows it may post there, so it is shown to nobody
 * @param template of what is posted; empty for all there is to tell
 * @param timeout how long an answer may take
 * @param pause before it is tried again, longer each time
 */
record Webhook(URI address, Optional<Template> template, Duration timeout, Duration pause) implements Channel {

    private static final int ATTEMPTS = 3;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    @Override
    public void send(Notification notification) throws IOException, InterruptedException {
        byte[] body = template.map(text -> text.fill(notification)).orElseGet(notification::json);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build();
        for (int attempt = 1; ; attempt++) {
            try {
                int status = post(client, request);
                if (status < CLIENT_ERROR) {
                    return;
                }
                if (attempt == ATTEMPTS || (status < SERVER_ERROR && status != TOO_MANY)) {
                    throw new UndeliveredException("the webhook answers " + status);
                }
            } catch (UndeliveredException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UndeliveredException(
                            "the webhook does not answer (" + e.getClass().getSimpleName() + ")");
                }
            }
            // Nothing to be awaited but time.
            boolean unused = new CountDownLatch(1).await(pause.toMillis() * attempt, TimeUnit.MILLISECONDS);
        }
    }

    /** The status that is answered. The request's own timeout ends with the head, and a body may never. */
    private int post(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    /** Without the cause, which may show the address. */
    private static final class UndeliveredException extends IOException {

        private static final long serialVersionUID = 1L;

        UndeliveredException(String message) {
            super(message);
        }
    }
}
