package io.clearhold.gateway.console;

import java.util.List;

/** The form above a list; it only reads, so it is a GET, and its address can be kept. */
final class FilterForm {
    private final ConsoleQuery shown;
    private final Html out;

    private FilterForm(ConsoleQuery shown, Html out) {
        this.shown = shown;
        this.out = out;
    }

    /**
     * Begins a form.
     *
     * @param shown what the list is narrowed down to now
     */
    static FilterForm begin(String path, ConsoleQuery shown, Html out) {
        out.open("form", "method", "get", "action", path, "class", "filter");
        return new FilterForm(shown, out);
    }

    FilterForm field(String label, String name) {
        out.open("label").element("span", label);
        String value = shown.get(name);
        out.single("input", "type", "text", "name", name, "maxlength", "200", "value", value);
        out.close();
        return this;
    }

    /** One of some names, or any. */
    FilterForm choice(String label, String name, List<String> values) {
        String chosen = shown.get(name);
        out.open("label").element("span", label).open("select", "name", name);
        out.element("option", "any", "value", "");
        for (String value : values) {
            String text = value.replace('_', ' ');
            if (value.equals(chosen)) {
                out.element("option", text, "value", value, "selected", "selected");
            } else {
                out.element("option", text, "value", value);
            }
        }
        out.close().close();
        return this;
    }

    void end() {
        out.element("button", "Show", "type", "submit").close();
    }
}
