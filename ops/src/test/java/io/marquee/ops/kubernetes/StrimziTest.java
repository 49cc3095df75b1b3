package io.marquee.ops.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Volume;
import io.marquee.connect.Connector;
import io.marquee.connect.Connectors;
import io.marquee.connect.SinkDatabase;
import io.marquee.records.Topics;
import io.strimzi.api.kafka.model.connect.KafkaConnect;
import io.strimzi.api.kafka.model.connect.KafkaConnectSpec;
import io.strimzi.api.kafka.model.connector.AbstractConnectorSpec;
import io.strimzi.api.kafka.model.connector.KafkaConnector;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

/** Whether Strimzi's resources make what the program itself would make. */
final class StrimziTest {

    /** What Strimzi sets itself, or has fields for; and where the passwords are. */
    private static final Set<String> NOT_TAKEN_OVER = Set.of(
            "bootstrap.servers",
            "listeners",
            "rest.advertised.host.name",
            "plugin.path",
            "config.providers",
            "config.providers.env.class",
            "config.providers.env.param.allowlist.pattern",
            "config.providers.directory.param.allowed.paths");

    private static final Kafka KAFKA = Manifests.all(Kafka.class).get(0);
    private static final KafkaConnect CONNECT =
            Manifests.all(KafkaConnect.class).get(0);

    @Test
    void theTopicsAreThoseThatTheProgramMakes() {
        List<KafkaTopic> topics = Manifests.all(KafkaTopic.class);
        int partitions = topics.stream()
                .mapToInt(topic -> topic.getSpec().getPartitions())
                .max()
                .orElseThrow();
        int copies = Manifests.all(KafkaNodePool.class).get(0).getSpec().getReplicas();
        assertThat(topics.stream().map(StrimziTest::newTopic))
                .containsExactlyInAnyOrderElementsOf(Topics.all(partitions, Optional.of((short) copies)));
        assertThat(topics).allMatch(topic -> topic.getSpec().getTopicName() == null);
    }

    @Test
    void theConnectorsAreThoseThatTheProgramMakes() {
        Map<String, Map<String, String>> wanted = Connectors.all(new SinkDatabase(
                        "jdbc:postgresql://postgres:5432/marquee",
                        "sink_writer",
                        "${directory:" + allowedPath() + ":sink_writer}"))
                .stream()
                .collect(Collectors.toMap(Connector::name, Connector::configuration));
        Map<String, Map<String, String>> found = Manifests.all(KafkaConnector.class).stream()
                .collect(Collectors.toMap(connector -> connector.getMetadata().getName(), StrimziTest::configuration));
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void theWorkersAreSetUpLikeThoseOfTheContainers() throws IOException {
        Properties worker = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("../connect/worker/worker.properties"))) {
            worker.load(reader);
        }
        KafkaConnectSpec spec = CONNECT.getSpec();
        Map<String, String> settings = text(spec.getConfig());
        settings.put("group.id", spec.getGroupId());
        settings.put("config.storage.topic", spec.getConfigStorageTopic());
        settings.put("offset.storage.topic", spec.getOffsetStorageTopic());
        settings.put("status.storage.topic", spec.getStatusStorageTopic());
        worker.stringPropertyNames().stream()
                .filter(key -> !NOT_TAKEN_OVER.contains(key))
                .forEach(key -> assertThat(settings)
                        .containsEntry(
                                key,
                                worker.getProperty(key)
                                        .replace("${env:CONNECT_REPLICATION}", Integer.toString(copies()))));
        assertThat(settings.get("config.providers")).isEqualTo("directory");
    }

    @Test
    void theWorkersHaveThePasswordWhereTheConnectorsLookForIt() {
        Volume volume = new Volume();
        CONNECT.getSpec().getTemplate().getPod().getVolumes().forEach(added -> {
            volume.setName(added.getName());
            volume.setSecret(added.getSecret());
        });
        assertThat(volume.getSecret().getItems())
                .singleElement()
                .satisfies(item -> assertThat(item.getPath()).isEqualTo("sink_writer"));
        assertThat(CONNECT.getSpec().getTemplate().getConnectContainer().getVolumeMounts())
                .singleElement()
                .satisfies(mount -> {
                    assertThat(mount.getName()).isEqualTo(volume.getName());
                    assertThat(mount.getMountPath()).isEqualTo(allowedPath()).startsWith("/mnt/");
                });
    }

    @Test
    void noSettingIsOneThatStrimziForbids() {
        assertThat(KAFKA.getSpec().getKafka().getConfig().keySet())
                .noneMatch(
                        forbidden(KafkaClusterSpec.FORBIDDEN_PREFIXES, KafkaClusterSpec.FORBIDDEN_PREFIX_EXCEPTIONS));
        assertThat(CONNECT.getSpec().getConfig().keySet())
                .noneMatch(forbidden(
                        // Since 1.0 what has a field of its own is forbidden, too.
                        KafkaConnectSpec.FORBIDDEN_PREFIXES
                                + ", group.id, config.storage.topic, offset.storage.topic, status.storage.topic",
                        KafkaConnectSpec.FORBIDDEN_PREFIX_EXCEPTIONS));
        List<String> ofAConnector = List.of(AbstractConnectorSpec.FORBIDDEN_PARAMETERS.split(", "));
        assertThat(Manifests.all(KafkaConnector.class))
                .allSatisfy(connector -> assertThat(connector.getSpec().getConfig())
                        .doesNotContainKeys(ofAConnector.toArray(String[]::new)));
    }

    @Test
    void theBrokersSettingsAreKnownToKafka() {
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                .containsAll(KAFKA.getSpec().getKafka().getConfig().keySet());
    }

    @Test
    void theVersionsAreThoseThatTheBuildPins() throws IOException {
        Matcher version = Pattern.compile("<kafka.version>([^<]+)<").matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();
        String kafka = version.group(1);
        assertThat(KAFKA.getSpec().getKafka().getVersion()).isEqualTo(kafka);
        assertThat(CONNECT.getSpec().getVersion()).isEqualTo(kafka);
        assertThat(Manifests.read("connect.Dockerfile"))
                .containsPattern("FROM quay.io/strimzi/kafka:\\S+-kafka-" + kafka);
    }

    @Test
    void whatBelongsToAClusterNamesIt() {
        String cluster = KAFKA.getMetadata().getName();
        assertThat(Stream.of(KafkaNodePool.class, KafkaTopic.class, KafkaUser.class)
                        .flatMap(kind -> Manifests.all(kind).stream()))
                .hasSizeGreaterThan(3)
                .allMatch(part -> cluster.equals(part.getMetadata().getLabels().get("strimzi.io/cluster")));
        assertThat(Manifests.all(KafkaConnector.class))
                .allMatch(connector -> CONNECT.getMetadata()
                        .getName()
                        .equals(connector.getMetadata().getLabels().get("strimzi.io/cluster")));
        assertThat(CONNECT.getMetadata().getAnnotations()).containsEntry("strimzi.io/use-connector-resources", "true");
    }

    private static NewTopic newTopic(KafkaTopic topic) {
        return new NewTopic(
                        topic.getMetadata().getName(),
                        topic.getSpec().getPartitions(),
                        topic.getSpec().getReplicas().shortValue())
                .configs(text(topic.getSpec().getConfig()));
    }

    /** As a worker gets it from Strimzi. */
    private static Map<String, String> configuration(KafkaConnector connector) {
        Map<String, String> configuration =
                new HashMap<>(text(connector.getSpec().getConfig()));
        configuration.put("name", connector.getMetadata().getName());
        configuration.put("connector.class", connector.getSpec().getClassName());
        configuration.put("tasks.max", connector.getSpec().getTasksMax().toString());
        return configuration;
    }

    private static Map<String, String> text(Map<String, Object> config) {
        Map<String, String> text = new TreeMap<>();
        config.forEach((key, value) -> text.put(key, value.toString()));
        return text;
    }

    private static int copies() {
        return Manifests.all(KafkaNodePool.class).get(0).getSpec().getReplicas();
    }

    private static String allowedPath() {
        return text(CONNECT.getSpec().getConfig()).get("config.providers.directory.param.allowed.paths");
    }

    private static Predicate<String> forbidden(String prefixes, String exceptions) {
        List<String> allowed = List.of(exceptions.split(", "));
        List<String> begun = List.of(prefixes.split(", "));
        return key -> begun.stream().anyMatch(key::startsWith) && !allowed.contains(key);
    }
}
