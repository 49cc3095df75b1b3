package io.marquee.ops.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a cluster would know what the files say. */
final class ModelsTest {

    /** Where names are the user's own. */
    private static final Set<String> FREE =
            Set.of("labels", "annotations", "matchLabels", "selector", "config", "requests", "limits");

    @ParameterizedTest
    @MethodSource("documents")
    void everyFieldIsOneThatTheModelKnows(Manifests.Document document) {
        assertThatCode(document::model).doesNotThrowAnyException();
    }

    @Test
    void aMisspeltFieldIsFoundWhereverItStands() {
        Set<String> unseen = new TreeSet<>();
        int found = 0;
        for (Manifests.Document document : Manifests.documents()) {
            JsonNode tree = document.tree().deepCopy();
            for (Place place : places("", tree)) {
                place.object().put("misspelt", "1");
                if (isRead(tree)) {
                    unseen.add(place.name());
                } else {
                    found++;
                }
                place.object().remove("misspelt");
            }
        }
        assertThat(unseen).isSubsetOf(FREE);
        assertThat(found).isGreaterThan(400);
    }

    @Test
    void anApiVersionThatTheModelsDoNotHaveIsFound() {
        ObjectNode topic = document("KafkaTopic", "films");
        topic.put("apiVersion", "kafka.strimzi.io/v1beta2");
        assertThatThrownBy(() -> Models.read(topic)).hasMessageContaining("no model of kafka.strimzi.io/v1beta2");
    }

    @Test
    void aNumberWhereTextIsAskedForIsFound() {
        ObjectNode console = document("Deployment", "console");
        JsonNode variable = console.at("/spec/template/spec/containers/0/env/0");
        ((ObjectNode) variable).put("value", 9400);
        assertThatThrownBy(() -> Models.read(console)).hasMessageContaining("Cannot coerce Integer");
    }

    @Test
    void aTextWhereANumberIsAskedForIsFound() {
        ObjectNode topic = document("KafkaTopic", "films");
        ((ObjectNode) topic.at("/spec")).put("partitions", "4");
        assertThatThrownBy(() -> Models.read(topic)).hasMessageContaining("Cannot coerce String");
    }

    @Test
    void aValueThatAnEnumerationDoesNotHaveIsFound() {
        ObjectNode pool = document("KafkaNodePool", "node");
        ((ArrayNode) pool.at("/spec/roles")).add("conductor");
        assertThatThrownBy(() -> Models.read(pool)).hasMessageContaining("roles");
    }

    static List<Manifests.Document> documents() {
        return Manifests.documents();
    }

    private static ObjectNode document(String kind, String name) {
        return Manifests.documents().stream()
                .map(Manifests.Document::tree)
                .filter(tree -> tree.path("kind").asText().equals(kind)
                        && tree.at("/metadata/name").asText().equals(name))
                .map(tree -> (ObjectNode) tree.deepCopy())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRead(JsonNode tree) {
        try {
            return Models.read(tree) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An object, and the field that it is the value of. */
    private record Place(String name, ObjectNode object) {}

    private static List<Place> places(String name, JsonNode node) {
        List<Place> places = new ArrayList<>();
        if (node.isObject()) {
            places.add(new Place(name, (ObjectNode) node));
            node.fieldNames().forEachRemaining(field -> places.addAll(places(field, node.get(field))));
        }
        if (node.isArray()) {
            node.forEach(element -> places.addAll(places(name, element)));
        }
        return places;
    }
}
