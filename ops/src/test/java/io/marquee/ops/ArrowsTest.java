package io.marquee.ops;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArrowsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.marquee");

    @Test
    void modulesUseOnlyWhatTheArchitectureAllows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("settings")
                .definedBy("io.marquee.settings..")
                .layer("records")
                .definedBy("io.marquee.records..")
                .layer("metrics")
                .definedBy("io.marquee.metrics..")
                .layer("ingest")
                .definedBy("io.marquee.ingest..")
                .layer("stream-processor")
                .definedBy("io.marquee.processor..")
                .layer("connect")
                .definedBy("io.marquee.connect..")
                .layer("ops")
                .definedBy("io.marquee.ops..")
                .whereLayer("settings")
                .mayNotAccessAnyLayer()
                .whereLayer("records")
                .mayNotAccessAnyLayer()
                .whereLayer("metrics")
                .mayOnlyAccessLayers("settings")
                .whereLayer("ingest")
                .mayOnlyAccessLayers("records", "settings", "metrics")
                .whereLayer("stream-processor")
                .mayOnlyAccessLayers("records", "settings", "metrics")
                .whereLayer("connect")
                .mayOnlyAccessLayers("records", "settings")
                .whereLayer("ops")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }
}
