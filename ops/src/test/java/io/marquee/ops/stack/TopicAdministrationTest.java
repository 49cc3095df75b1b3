package io.marquee.ops.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.records.TopicAdministration;
import io.marquee.records.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicAdministrationTest {

    private static final int TIMES = 20;

    @TempDir
    private Path data;

    @Test
    void topicsAreKnownOnceTheyAreMadeHoweverOftenTheyAreMadeAnew() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            for (int time = 1; time <= TIMES; time++) {
                assertThat(TopicAdministration.ensureTopics(admin, 3)).isEqualTo(3);
                assertThat(admin.describeTopics(List.of(Topics.RUN_TOTALS))
                                .allTopicNames()
                                .get())
                        .containsKey(Topics.RUN_TOTALS);
                admin.deleteTopics(List.of(Topics.RUN_TOTALS, Topics.FILMS))
                        .all()
                        .get();
                // A topic that the broker still takes for there may go after it was made anew.
                await().until(() -> Collections.disjoint(
                        admin.listTopics().names().get(), List.of(Topics.RUN_TOTALS, Topics.FILMS)));
            }
        }
    }

    @Test
    void recordsStayForAsLongAsIsSaidInTopicsThatThereAreAlready() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            TopicAdministration.ensureTopics(admin, 1);
            ConfigResource films = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FILMS);

            TopicAdministration.retain(admin, Duration.ofHours(5));

            await().until(() -> admin.describeConfigs(List.of(films))
                    .all()
                    .get()
                    .get(films)
                    .get("retention.ms")
                    .value()
                    .equals("18000000"));
        }
    }

    @Test
    void sourcesWithDifferentNumbersOfPartitionsAreRefused() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            TopicAdministration.ensureTopics(admin, 2);
            admin.createPartitions(Map.of(Topics.PAGES, NewPartitions.increaseTo(3)))
                    .all()
                    .get();

            // The broker hears of the new partition in its own time.
            await().until(() -> admin.describeTopics(List.of(Topics.PAGES))
                            .allTopicNames()
                            .get()
                            .get(Topics.PAGES)
                            .partitions()
                            .size()
                    == 3);

            assertThatThrownBy(() -> TopicAdministration.ensureTopics(admin, 2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("have 2, 3 and 2");
        }
    }
}
