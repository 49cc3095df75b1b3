package io.marquee.ops.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strimzi.api.kafka.model.connector.KafkaConnector;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That passwords are where they are looked for, and nowhere else. */
final class PasswordsTest {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|token|secret|access_?key|_key)");

    @Test
    void noFileHoldsAPassword() {
        assertThat(Manifests.generated("secretGenerator", "passwords").values()).containsOnly("");
        assertThat(Manifests.generated("configMapGenerator", "sources"))
                .allSatisfy((key, value) -> assertThat(key).doesNotMatch(SECRET));
        for (Manifests.Document document : Manifests.documents()) {
            assertThat(document.tree().path("kind").asText()).isNotEqualTo("Secret");
            for (JsonNode variable : document.tree().findParents("value")) {
                assertThat(variable.path("name").asText()).doesNotMatch(SECRET);
            }
            for (String field : List.of("stringData", "connectionString", "password")) {
                assertThat(document.tree().findParents(field)).allMatch(parent -> parent.has("secretName"));
            }
        }
        assertThat(Manifests.all(KafkaConnector.class))
                .allSatisfy(connector -> assertThat(connector.getSpec().getConfig())
                        .allSatisfy((key, value) -> {
                            if (SECRET.matcher(key).matches()) {
                                assertThat(value.toString()).matches("\\$\\{directory:[^}]+}");
                            }
                        }));
    }

    @Test
    void theRealPasswordsAreNotForGit() {
        assertThat(Manifests.read(".gitignore")).isEqualTo("secrets.env\n");
        assertThat(Manifests.kustomization().path("secretGenerator").findValues("envs"))
                .singleElement()
                .satisfies(files -> assertThat(files.get(0).asText()).isEqualTo("secrets.env"));
    }

    @Test
    void everyPasswordOfTheExampleIsAskedFor() {
        Set<String> asked = new TreeSet<>();
        for (Manifests.Document document : Manifests.documents()) {
            for (JsonNode reference : document.tree().findValues("secretKeyRef")) {
                asked.add(reference.get("key").asText());
            }
            for (JsonNode source : document.tree().findParents("secretName")) {
                if (source.get("secretName").asText().equals("passwords")) {
                    asked.addAll(source.path("items").findValuesAsText("key"));
                }
            }
        }
        assertThat(Manifests.generated("secretGenerator", "passwords").keySet()).isEqualTo(asked);
    }

    /** The container that makes the file runs here as it stands, in a folder of the test's own. */
    @Test
    void theFileForKafkasClientsIsOneThatTheyTake(@TempDir Path root) throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("run/kafka"));
        Files.createDirectories(root.resolve("run/kafka-user"));
        Files.createDirectories(root.resolve("etc/marquee"));
        String login = "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"kafka-user-marquee\" password=\"madeUpForThisTest\";";
        Files.writeString(root.resolve("run/kafka-user/sasl.jaas.config"), login);
        Files.writeString(root.resolve("etc/marquee/kafka.properties"), Manifests.read("kafka.properties"));
        Set<List<String>> commands =
                new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        for (Manifests.Workload workload : Manifests.workloads()) {
            workload.pod()
                    .getSpec()
                    .getInitContainers()
                    .forEach(container -> commands.add(List.of(
                            container.getCommand().get(0),
                            container.getCommand().get(1),
                            container.getArgs().get(0))));
        }
        assertThat(commands).as("it is the same for all").hasSize(1);
        List<String> command = commands.iterator().next();
        Process process = new ProcessBuilder(
                        command.get(0),
                        command.get(1),
                        command.get(2).replace("/run/", root + "/run/").replace("/etc/", root + "/etc/"))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();

        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve("run/kafka/client.properties"))) {
            properties.load(reader);
        }
        assertThat(properties.stringPropertyNames())
                .as("what --kafka-config takes")
                .allMatch(key -> key.matches("(security|ssl|sasl)\\..+"))
                .isSubsetOf(AdminClientConfig.configNames());
        properties.put("bootstrap.servers", "localhost:9093");
        AdminClientConfig config = new AdminClientConfig(properties);
        assertThat(config.getString("security.protocol")).isEqualTo("SASL_SSL");
        assertThat(config.getPassword("sasl.jaas.config")).isEqualTo(new Password(login));
        for (Manifests.Workload workload : Manifests.workloads()) {
            workload.pod().getSpec().getContainers().stream()
                    .flatMap(container -> container.getEnv().stream())
                    .filter(variable -> variable.getName().equals("MARQUEE_KAFKA_CONFIG"))
                    .forEach(variable -> assertThat(variable.getValue()).isEqualTo("/run/kafka/client.properties"));
        }
    }
}
