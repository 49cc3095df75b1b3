package io.marquee.ingest.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
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

    /** Without the cause, which may show the address. */
    private static final class UndeliveredException extends IOException {

        private static final long serialVersionUID = 1L;

        UndeliveredException(String message) {
            super(message);
        }
    }
}
