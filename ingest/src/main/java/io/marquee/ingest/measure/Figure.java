package io.marquee.ingest.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** A gauge that shows what it was set to last, and no number before that. */
final class Figure {

    private volatile double value = Double.NaN;

    private Figure() {}

    static Figure of(MeterRegistry registry, String name, String unit, String description, Tags tags) {
        Figure figure = new Figure();
        Gauge.builder(name, figure, shown -> shown.value)
                .baseUnit(unit)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
        return figure;
    }

    void set(double now) {
        value = now;
    }

    /** Stays as it was where nothing is known. */
    void setIfKnown(Number now) {
        if (now != null) {
            value = now.doubleValue();
        }
    }
}
