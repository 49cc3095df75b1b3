package io.marquee.ops.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is in {@code ops/kubernetes}. */
public final class Manifests {

    static final Path FOLDER = Path.of("kubernetes");

    /** Files that are not for the cluster, but for the tools before it. */
    static final List<String> FOR_TOOLS = List.of(
            "kustomization.yaml",
            "strimzi-fields.yaml",
            "autoscaling/kustomization.yaml",
            "autoscaling/prometheus-adapter.yaml");

    private static final List<Document> DOCUMENTS = readAll();

    private Manifests() {}

    /** A document, and the file that it is in. */
    record Document(String file, JsonNode tree) {

        HasMetadata model() {
            return Models.read(tree);
        }

        @Override
        public String toString() {
            return file + ": " + tree.path("kind").asText() + " "
                    + tree.path("metadata").path("name").asText();
        }
    }

    /** Something that has pods of ours, or those of the database. */
    record Workload(String name, PodTemplateSpec pod, List<String> claims) {

        List<Container> containers() {
            return Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All documents for the cluster. */
    static List<Document> documents() {
        return DOCUMENTS;
    }

    private static List<Document> readAll() {
        List<Document> documents = new ArrayList<>();
        for (String file : yamlFiles()) {
            if (!FOR_TOOLS.contains(file)) {
                yaml().loadAll(read(file)).forEach(tree -> documents.add(new Document(file, Models.tree(tree))));
            }
        }
        return List.copyOf(documents);
    }

    /** Those of a kind. */
    static <T extends HasMetadata> List<T> all(Class<T> kind) {
        return documents().stream()
                .filter(document -> document.tree().path("kind").asText().equals(kind.getSimpleName()))
                .map(document -> kind.cast(document.model()))
                .toList();
    }

    /** Everything that has pods, but Strimzi's. */
    static List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (Deployment deployment : all(Deployment.class)) {
            workloads.add(new Workload(
                    deployment.getMetadata().getName(), deployment.getSpec().getTemplate(), List.of()));
        }
        for (StatefulSet set : all(StatefulSet.class)) {
            List<String> claims = set.getSpec().getVolumeClaimTemplates().stream()
                    .map(claim -> claim.getMetadata().getName())
                    .toList();
            workloads.add(
                    new Workload(set.getMetadata().getName(), set.getSpec().getTemplate(), claims));
        }
        for (Job job : all(Job.class)) {
            workloads.add(
                    new Workload(job.getMetadata().getName(), job.getSpec().getTemplate(), List.of()));
        }
        return workloads;
    }

    /** The environment of each program of ours, by its command. */
    public static Map<String, Map<String, String>> environments() {
        Map<String, Map<String, String>> environments = new TreeMap<>();
        for (Workload workload : workloads()) {
            for (Container container : workload.pod().getSpec().getContainers()) {
                if (container.getImage().equals("marquee")) {
                    environments.put(container.getArgs().get(0), environment(container));
                }
            }
        }
        return environments;
    }

    private static Map<String, String> environment(Container container) {
        Map<String, String> environment = new TreeMap<>();
        container
                .getEnvFrom()
                .forEach(from -> environment.putAll(
                        generated("configMapGenerator", from.getConfigMapRef().getName())));
        for (EnvVar variable : container.getEnv()) {
            environment.put(variable.getName(), variable.getValue() == null ? "" : variable.getValue());
        }
        return environment;
    }

    /** What a generator of kustomize makes under a name: keys with their values, as far as they are there. */
    static Map<String, String> generated(String generators, String name) {
        Map<String, String> content = new LinkedHashMap<>();
        for (JsonNode generator : kustomization().path(generators)) {
            if (generator.path("name").asText().equals(name)) {
                generator.path("files").forEach(file -> content.put(file.asText(), read(file.asText())));
                generator.path("envs").forEach(file -> content.putAll(environmentFile(file.asText())));
            }
        }
        return content;
    }

    private static Map<String, String> environmentFile(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        // The real one has real passwords, and is nowhere but with who runs it.
        String[] lines = file.equals("secrets.env")
                ? read("secrets.example.env")
                        .replaceAll("(?m)^#(?=[A-Z_]+=)", "")
                        .split("\n")
                : read(file).split("\n");
        for (String line : lines) {
            if (!line.startsWith("#") && line.contains("=")) {
                values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return values;
    }

    static JsonNode kustomization() {
        return tool("kustomization.yaml");
    }

    /** A file for a tool. */
    static JsonNode tool(String file) {
        return Models.tree(yaml().load(read(file)));
    }

    static List<String> yamlFiles() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }
}
