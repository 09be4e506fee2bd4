package io.clearhold.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Measurements whose rounds alternate, and the ratios between them.
 *
 * @param pace how long its rounds are
 * @param floors what must be reached for the ratios to be valid
 */
public record Suite(
        String name,
        Pace pace,
        List<Measurement> measurements,
        List<Ratio> ratios,
        List<Floor> floors) {
    /** What a round is to show. */
    public enum Pace {
        /** How fast something is. */
        SHORT,
        /** That it stays as fast. */
        SUSTAINED
    }

    /** A suite of short rounds. */
    public Suite(String name, List<Measurement> measurements, List<Ratio> ratios) {
        this(name, Pace.SHORT, measurements, ratios, List.of());
    }

    /** The same, valid only if these are reached. */
    public Suite withFloors(Floor... wanted) {
        return new Suite(name, pace, measurements, ratios, List.of(wanted));
    }

    public Suite {
        measurements = List.copyOf(measurements);
        ratios = List.copyOf(ratios);
        floors = List.copyOf(floors);
    }

    /**
     * The part of this suite that a name stands for: all of it, one ratio with its two sides, or
     * one measurement alone. Empty if the name means nothing here.
     */
    public Suite only(String wanted) {
        if (name.equals(wanted)) {
            return this;
        }
        List<Measurement> keptMeasurements = new ArrayList<>();
        List<Ratio> keptRatios =
                ratios.stream().filter(ratio -> ratio.name().equals(wanted)).toList();
        for (Measurement measurement : measurements) {
            boolean named = measurement.name().equals(wanted);
            boolean used = keptRatios.stream().anyMatch(ratio -> ratio.uses(measurement.name()));
            if (named || used) {
                keptMeasurements.add(measurement);
            }
        }
        List<Floor> keptFloors =
                floors.stream()
                        .filter(floor ->
                                keptMeasurements.stream()
                                        .anyMatch(each ->
                                                each.name().equals(floor.term().measurement())))
                        .toList();
        return new Suite(name, pace, keptMeasurements, keptRatios, keptFloors);
    }

    public boolean isEmpty() {
        return measurements.isEmpty();
    }
}
