package io.clearhold.config.log;

import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.apache.logging.log4j.core.pattern.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * {@code %redacted{pattern}} in a layout: what the pattern comes to, through {@link Redaction}. A
 * part of the layout and not a filter, so that the text of exceptions goes through it as well.
 */
@Plugin(name = "redacted", category = PatternConverter.CATEGORY)
@ConverterKeys("redacted")
public final class RedactedConverter extends LogEventPatternConverter {
    private final List<PatternFormatter> formatters;

    private RedactedConverter(List<PatternFormatter> formatters) {
        super("redacted", "redacted");
        this.formatters = formatters;
    }

    /** Called by Log4j for each place in a layout. */
    public static RedactedConverter newInstance(Configuration configuration, String[] options) {
        if (options.length != 1) {
            throw new IllegalArgumentException("redacted takes one pattern");
        }
        return new RedactedConverter(
                PatternLayout.createPatternParser(configuration).parse(options[0]));
    }

    @Override
    public void format(@Nullable LogEvent event, StringBuilder target) {
        StringBuilder text = new StringBuilder();
        for (PatternFormatter formatter : formatters) {
            formatter.format(event, text);
        }
        target.append(Redaction.mask(text.toString()));
    }

    /** Log4j then lets exceptions to this converter's own pattern. */
    @Override
    public boolean handlesThrowable() {
        return formatters.stream().anyMatch(PatternFormatter::handlesThrowable);
    }
}
