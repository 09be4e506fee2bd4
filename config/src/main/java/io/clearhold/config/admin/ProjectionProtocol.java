package io.clearhold.config.admin;

import io.clearhold.config.json.JsonMembers;
import java.util.ArrayList;
import java.util.List;

/** How the view is spoken of over the admin socket. */
final class ProjectionProtocol {
    static final String STATUS = "projection.status";
    static final String CHECK = "projection.check";
    static final String REBUILD = "projection.rebuild";

    private static final String DIFFERENCE = "difference";

    private ProjectionProtocol() {}

    static List<JsonMembers> lines(ProjectionAdministration.Status status) {
        return List.of(
                JsonMembers.of(
                        "position", Long.toString(status.position()),
                        "watermark", Long.toString(status.watermark()),
                        "trouble", status.trouble()));
    }

    static ProjectionAdministration.Status status(JsonMembers line) {
        return new ProjectionAdministration.Status(
                Long.parseLong(line.get("position")),
                Long.parseLong(line.get("watermark")),
                line.get("trouble"));
    }

    /** A line with the figures, then one for each difference. */
    static List<JsonMembers> lines(ProjectionAdministration.Comparison comparison) {
        List<JsonMembers> lines = new ArrayList<>();
        lines.add(
                JsonMembers.of(
                        "sequence", Long.toString(comparison.sequence()),
                        "rows", Long.toString(comparison.rows()),
                        "differences", Long.toString(comparison.differenceCount())));
        comparison
                .differences()
                .forEach(difference -> lines.add(JsonMembers.of(DIFFERENCE, difference)));
        return lines;
    }

    static ProjectionAdministration.Comparison comparison(List<JsonMembers> lines) {
        JsonMembers figures = lines.getFirst();
        return new ProjectionAdministration.Comparison(
                Long.parseLong(figures.get("sequence")),
                Long.parseLong(figures.get("rows")),
                Long.parseLong(figures.get("differences")),
                lines.stream().skip(1).map(line -> line.get(DIFFERENCE)).toList());
    }
}
