package io.clearhold.bench.measure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A report for programs: {@code machine}, {@code valid} and why not, {@code remarks}, {@code
 * commands}, {@code ratios} by name, {@code goals} by the same names, and {@code raw} figures by
 * measurement and name.
 */
public final class ReportJson {
    private final Report report;

    public ReportJson(Report report) {
        this.report = report;
    }

    public void writeTo(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            write(writer);
            writer.write('\n');
        }
    }

    void write(Writer writer) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("machine");
            for (Map.Entry<String, String> property : report.machine().properties().entrySet()) {
                json.writeStringField(property.getKey(), property.getValue());
            }
            json.writeEndObject();
            json.writeBooleanField("valid", report.invalid().isEmpty());
            writeTexts(json, "invalid", report.invalid());
            writeTexts(json, "remarks", report.remarks());
            writeTexts(json, "commands", report.commands());
            writeRatios(json);
            writeGoals(json);
            writeRaw(json);
            json.writeEndObject();
        }
    }

    private static void writeTexts(JsonGenerator json, String name, Iterable<String> texts)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void writeRatios(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("ratios");
        for (Report.RatioResult result : report.ratios()) {
            json.writeNumberField(result.ratio().name(), rounded(result.value()));
        }
        json.writeEndObject();
    }

    private void writeGoals(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("goals");
        for (Report.RatioResult result : report.ratios()) {
            Ratio ratio = result.ratio();
            json.writeObjectFieldStart(ratio.name());
            json.writeStringField("meaning", ratio.meaning());
            json.writeStringField("numerator", path(ratio.numerator()));
            Ratio.Term peer = ratio.denominator();
            if (peer != null) {
                json.writeStringField("denominator", path(peer));
            }
            json.writeNumberField("lowest", rounded(result.lowest()));
            json.writeNumberField("highest", rounded(result.highest()));
            Ratio.Goal goal = ratio.goal();
            if (goal != null) {
                json.writeStringField(
                        "direction", goal.direction().name().toLowerCase(Locale.ROOT));
                json.writeNumberField("goal", goal.value());
                json.writeNumberField("stretch", goal.stretch());
                json.writeBooleanField("met", result.isMet());
                json.writeBooleanField("stretch_met", result.isStretched());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeRaw(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("raw");
        for (Map.Entry<String, Map<String, Series>> measurement : report.raw().entrySet()) {
            json.writeObjectFieldStart(measurement.getKey());
            for (Map.Entry<String, Series> figure : measurement.getValue().entrySet()) {
                writeSeries(json, figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeSeries(JsonGenerator json, String name, Series series)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("median", rounded(series.median()));
        json.writeNumberField("min", rounded(series.min()));
        json.writeNumberField("max", rounded(series.max()));
        json.writeArrayFieldStart("rounds");
        for (double round : series.rounds()) {
            json.writeNumber(rounded(round));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String path(Ratio.Term term) {
        return term.measurement() + "." + term.figure();
    }

    /** Four decimals: more would be noise. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
