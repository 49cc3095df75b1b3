package io.marquee.ops.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.marquee.records.Topics;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether what runs is bounded, watched, and allowed no more than it needs. */
final class WorkloadsTest {

    /** Has an end: nobody asks whether it is well. */
    private static final String STEP = "tables";

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodMayDoNoMoreThanItNeeds(Manifests.Workload workload) {
        PodSecurityContext pod = workload.pod().getSpec().getSecurityContext();
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isPositive();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(workload.pod().getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(workload.containers()).allSatisfy(container -> {
            SecurityContext security = container.getSecurityContext();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aContainerIsBounded(Manifests.Workload workload) {
        assertThat(workload.containers()).allSatisfy(container -> {
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatStaysIsAskedHowItIs(Manifests.Workload workload) {
        for (Container container : workload.pod().getSpec().getContainers()) {
            if (!workload.name().equals(STEP)) {
                List<Probe> probes = List.of(
                        container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
                if (container.getImage().equals("marquee")) {
                    assertThat(probes)
                            .extracting(probe -> probe.getHttpGet().getPath())
                            .containsExactly("/health", "/health", "/ready");
                    assertThat(probes)
                            .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
                            .containsOnly(container.getPorts().get(0).getName());
                    assertThat(Manifests.environments().get(workload.name()))
                            .as("it listens where it is asked")
                            .containsValue(container
                                    .getPorts()
                                    .get(0)
                                    .getContainerPort()
                                    .toString());
                }
            }
        }
    }

    /** A Service named marquee-… would become variables named MARQUEE_…, which the program takes for settings. */
    @ParameterizedTest
    @MethodSource("workloads")
    void noServiceGetsIntoTheEnvironment(Manifests.Workload workload) {
        assertThat(workload.pod().getSpec().getEnableServiceLinks()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyVolumeIsMountedAndEveryMountHasItsVolume(Manifests.Workload workload) {
        Set<String> volumes = workload.pod().getSpec().getVolumes().stream()
                .map(Volume::getName)
                .collect(Collectors.toCollection(HashSet::new));
        volumes.addAll(workload.claims());
        Set<String> mounted = workload.containers().stream()
                .flatMap(container -> container.getVolumeMounts().stream())
                .map(VolumeMount::getName)
                .collect(Collectors.toSet());
        assertThat(mounted).isEqualTo(volumes);
    }

    @Test
    void aSelectorMeetsThePodsBelowIt() {
        assertThat(Manifests.all(Deployment.class))
                .allSatisfy(deployment -> assertThat(
                                deployment.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels()));
        assertThat(Manifests.all(StatefulSet.class)).allSatisfy(set -> {
            assertThat(set.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(set.getSpec().getSelector().getMatchLabels());
            assertThat(Manifests.all(Service.class))
                    .extracting(service -> service.getMetadata().getName())
                    .contains(set.getSpec().getServiceName());
        });
    }

    @Test
    void aServiceLeadsToAPortOfPodsThatThereAre() {
        assertThat(Manifests.all(Service.class)).hasSizeGreaterThan(3).allSatisfy(service -> {
            Set<String> ports = selected(service.getSpec().getSelector()).stream()
                    .flatMap(workload -> workload.containers().stream())
                    .flatMap(container -> container.getPorts().stream())
                    .map(ContainerPort::getName)
                    .collect(Collectors.toSet());
            assertThat(service.getSpec().getPorts())
                    .extracting(ServicePort::getTargetPort)
                    .allSatisfy(port -> assertThat(ports).contains(port.getStrVal()));
        });
    }

    @Test
    void aBudgetLeavesSomethingToDrain() {
        Map<String, Integer> replicas = Stream.concat(
                        Manifests.all(Deployment.class).stream()
                                .map(one -> Map.entry(
                                        one.getMetadata().getName(),
                                        one.getSpec().getReplicas())),
                        Manifests.all(StatefulSet.class).stream()
                                .map(one -> Map.entry(
                                        one.getMetadata().getName(),
                                        one.getSpec().getReplicas())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(Manifests.all(PodDisruptionBudget.class))
                .hasSize((int)
                        replicas.values().stream().filter(count -> count > 1).count())
                .allSatisfy(budget -> {
                    assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isOne();
                    assertThat(selected(budget.getSpec().getSelector().getMatchLabels()))
                            .singleElement()
                            .satisfies(workload ->
                                    assertThat(replicas.get(workload.name())).isGreaterThan(1));
                });
    }

    @Test
    void asManyProcessorsAsThereArePartitionsAreTheMost() {
        int partitions = Manifests.all(KafkaTopic.class).stream()
                .filter(topic -> topic.getMetadata().getName().equals(Topics.FILMS))
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getPartitions();
        assertThat(Manifests.all(HorizontalPodAutoscaler.class)).singleElement().satisfies(autoscaler -> {
            assertThat(autoscaler.getSpec().getMaxReplicas()).isEqualTo(partitions);
            assertThat(autoscaler.getSpec().getScaleTargetRef().getKind()).isEqualTo("Deployment");
            assertThat(Manifests.all(Deployment.class))
                    .extracting(deployment -> deployment.getMetadata().getName())
                    .contains(autoscaler.getSpec().getScaleTargetRef().getName());
        });
    }

    @Test
    void theMetricThatIsScaledByIsMadeOfOneThatAlertsAreMadeOf() throws IOException {
        String rule = Manifests.read("autoscaling/prometheus-adapter.yaml");
        String name = Manifests.all(HorizontalPodAutoscaler.class)
                .get(0)
                .getSpec()
                .getMetrics()
                .get(0)
                .getPods()
                .getMetric()
                .getName();
        assertThat(rule).contains("name: {as: " + name + "}");
        String alerts = Files.readString(Path.of("prometheus/alerts.yml"));
        for (String part : List.of(
                "kafka_consumer_fetch_manager_records_lag_max{",
                "client_id=~\"marquee-stream-processor-.*-consumer\"}")) {
            assertThat(rule).contains(part);
            assertThat(alerts).contains(part);
        }
    }

    static List<Manifests.Workload> workloads() {
        return Manifests.workloads();
    }

    private static List<Manifests.Workload> selected(Map<String, String> labels) {
        List<Manifests.Workload> selected = Manifests.workloads().stream()
                .filter(workload ->
                        workload.pod().getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .toList();
        assertThat(selected).as("what %s selects", labels).hasSize(1);
        return selected;
    }
}
