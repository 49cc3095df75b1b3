package io.marquee.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.RunProgress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressSenderTest {

    @Test
    void aBrokerThatNeverAnswersHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            ProgressSender sender = new ProgressSender(KafkaConnection.to("127.0.0.1:" + silent.getLocalPort()));
            for (int i = 0; i < 1000; i++) {
                sender.accept(new RunProgress("run-1", Instant.EPOCH, "publishing", "films", "a.csv", i, 1000, i));
            }
            Thread.currentThread().interrupt();
            sender.close();

            assertThat(Thread.interrupted())
                    .as("what was said to the run's thread")
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("a second would be waited for each record")
                    .isLessThan(Duration.ofSeconds(10));
        }
    }
}
