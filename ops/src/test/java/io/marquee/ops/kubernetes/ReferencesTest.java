package io.marquee.ops.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.strimzi.api.kafka.model.connect.KafkaConnect;
import io.strimzi.api.kafka.model.connect.KafkaConnectResources;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaResources;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether what is named is there: in the files, or made from them by kustomize or Strimzi. */
final class ReferencesTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:^|//)([a-z][a-z0-9-]*):(\\d+)");
    private static final Pattern MADE_BY_HAND = Pattern.compile("create configmap (\\S+)");

    @ParameterizedTest
    @MethodSource("documents")
    void everySecretIsThereWithTheKeysThatAreTaken(Manifests.Document document) {
        Map<String, Set<String>> secrets = secrets();
        for (JsonNode source : document.tree().findParents("secretName")) {
            assertThat(secrets).containsKey(source.get("secretName").asText());
            Set<String> keys = secrets.get(source.get("secretName").asText());
            source.path("items")
                    .forEach(item -> assertThat(keys).contains(item.get("key").asText()));
            if (source.has("password")) {
                assertThat(keys).contains(source.get("password").asText());
            }
        }
        for (JsonNode reference : document.tree().findValues("secretKeyRef")) {
            assertThat(secrets.get(reference.get("name").asText()))
                    .contains(reference.get("key").asText());
        }
        assertThat(document.tree().findValues("secret"))
                .as("a pod sees the passwords that it needs and no others")
                .allMatch(secret -> secret.has("items"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyConfigMapIsThere(Manifests.Document document) {
        Matcher byHand = MADE_BY_HAND.matcher(Manifests.read("README.md"));
        for (String field : List.of("configMap", "configMapRef")) {
            for (JsonNode reference : document.tree().findValues(field)) {
                String name = reference.get("name").asText();
                if (reference.path("optional").asBoolean()) {
                    assertThat(byHand.results().map(made -> made.group(1))).contains(name);
                } else {
                    assertThat(Manifests.generated("configMapGenerator", name)).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyAddressIsThatOfAService(Manifests.Document document) {
        Set<String> services = addresses();
        for (String field : List.of("value", "bootstrapServers", "connection.url")) {
            for (JsonNode value : document.tree().findValues(field)) {
                Matcher address = ADDRESS.matcher(value.asText());
                while (address.find()) {
                    assertThat(services).contains(address.group(1) + ":" + address.group(2));
                }
            }
        }
    }

    @Test
    void whomAPolicyLetsInIsThere() {
        Set<String> names = Manifests.workloads().stream()
                .map(Manifests.Workload::name)
                .collect(Collectors.toCollection(HashSet::new));
        for (NetworkPolicy policy : Manifests.all(NetworkPolicy.class)) {
            assertSelects(names, policy.getSpec().getPodSelector());
            policy.getSpec()
                    .getIngress()
                    .forEach(rule -> rule.getFrom().forEach(peer -> assertSelects(names, peer.getPodSelector())));
        }
    }

    @Test
    void everyFileIsTakenByKustomizeOrByAComponent() {
        Set<String> taken = new TreeSet<>(Manifests.FOR_TOOLS);
        Manifests.kustomization().path("resources").forEach(file -> taken.add(file.asText()));
        Manifests.tool("autoscaling/kustomization.yaml")
                .path("resources")
                .forEach(file -> taken.add("autoscaling/" + file.asText()));
        assertThat(Manifests.yamlFiles()).containsExactlyElementsOf(taken);
        Manifests.kustomization()
                .path("configurations")
                .forEach(file -> assertThat(Manifests.yamlFiles()).contains(file.asText()));
    }

    @Test
    void everyImageOfOursHasAPlaceOfItsOwnToComeFrom() {
        Set<String> ours = Manifests.documents().stream()
                .flatMap(document -> document.tree().findValuesAsText("image").stream())
                .filter(image -> !image.equals("postgres:18"))
                .collect(Collectors.toSet());
        assertThat(Manifests.kustomization().path("images").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    static List<Manifests.Document> documents() {
        return Manifests.documents();
    }

    private static Map<String, Set<String>> secrets() {
        Map<String, Set<String>> secrets = new TreeMap<>();
        secrets.put(
                "passwords", Manifests.generated("secretGenerator", "passwords").keySet());
        Manifests.all(KafkaUser.class)
                .forEach(user -> secrets.put(user.getMetadata().getName(), Set.of("password", "sasl.jaas.config")));
        secrets.put(KafkaResources.clusterCaCertificateSecretName(kafka()), Set.of("ca.crt"));
        return secrets;
    }

    private static Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        for (Service service : Manifests.all(Service.class)) {
            service.getSpec()
                    .getPorts()
                    .forEach(port -> addresses.add(service.getMetadata().getName() + ":" + port.getPort()));
        }
        Manifests.all(Kafka.class)
                .get(0)
                .getSpec()
                .getKafka()
                .getListeners()
                .forEach(listener ->
                        addresses.add(KafkaResources.bootstrapServiceName(kafka()) + ":" + listener.getPort()));
        addresses.add(KafkaConnectResources.serviceName(
                        Manifests.all(KafkaConnect.class).get(0).getMetadata().getName())
                + ":8083");
        return addresses;
    }

    private static String kafka() {
        return Manifests.all(Kafka.class).get(0).getMetadata().getName();
    }

    private static void assertSelects(Set<String> names, LabelSelector selector) {
        Map<String, String> labels = selector.getMatchLabels();
        if (labels != null && labels.containsKey("strimzi.io/kind")) {
            assertThat(Manifests.documents())
                    .anyMatch(document -> document.tree().path("kind").asText().equals(labels.get("strimzi.io/kind"))
                            && document.tree().at("/metadata/name").asText().equals(labels.get("strimzi.io/cluster")));
        } else if (labels != null && !labels.isEmpty()) {
            assertThat(names).contains(labels.get("app.kubernetes.io/name"));
        }
        for (LabelSelectorRequirement requirement : selector.getMatchExpressions()) {
            assertThat(names).containsAll(requirement.getValues());
        }
    }
}
