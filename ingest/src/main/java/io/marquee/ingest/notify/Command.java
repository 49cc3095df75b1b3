package io.marquee.ingest.notify;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts a program that is given the notification as JSON on its input, and its parts as {@code MARQUEE_EVENT},
 * {@code MARQUEE_TEXT} and so on in its environment.
 *
 * @param words the program and its arguments
 * @param timeout how long it may take; then it is ended
 */
record Command(List<String> words, Duration timeout) implements Channel {

    @Override
    public void send(Notification notification) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // What Marquee itself is set by, passwords among it, is nothing to the program.
        builder.environment().keySet().removeIf(name -> name.startsWith("MARQUEE_"));
        notification.fields().forEach((name, value) -> {
            if (value != null) {
                builder.environment().put("MARQUEE_" + name.toUpperCase(Locale.ROOT), value.toString());
            }
        });
        Process process = builder.start();
        boolean ended = false;
        try {
            feed(process, notification.json());
            ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (!ended) {
            throw new IOException(words.get(0) + " did not end within " + timeout.toSeconds() + " s, and was ended");
        }
        if (process.exitValue() != 0) {
            throw new IOException(words.get(0) + " ended with " + process.exitValue());
        }
    }

    /** In a thread of its own: a program that does not read its input would hold this one up past the timeout. */
    private static void feed(Process process, byte[] json) {
        Thread feeding = new Thread(
                () -> {
                    try (OutputStream input = process.getOutputStream()) {
                        input.write(json);
                    } catch (IOException e) {
                        // A program need not read its input; how it ends says whether all is well.
                    }
                },
                "notification");
        feeding.setDaemon(true);
        feeding.start();
    }
}
