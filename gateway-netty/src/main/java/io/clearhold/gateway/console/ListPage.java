package io.clearhold.gateway.console;

import java.util.List;
import java.util.function.Consumer;

/** A page that is a list, with a form for what it can be narrowed down to. */
final class ListPage implements ConsolePage.Content {
    private final String title;
    private final String operation;
    private final List<String> filters;
    private final Table table;
    private final Consumer<FilterForm> fields;
    private final ConsoleQuery first;

    /**
     * @param filters parameters of the operation
     * @param fields adds them to the form
     */
    ListPage(
            String title,
            String operation,
            List<String> filters,
            Table table,
            Consumer<FilterForm> fields) {
        this(title, operation, filters, table, fields, new ConsoleQuery());
    }

    private ListPage(
            String title,
            String operation,
            List<String> filters,
            Table table,
            Consumer<FilterForm> fields,
            ConsoleQuery first) {
        this.title = title;
        this.operation = operation;
        this.filters = List.copyOf(filters);
        this.table = table;
        this.fields = fields;
        this.first = first;
    }

    /** The same page that shows this where nothing is asked for. */
    ListPage unlessAsked(String name, String value) {
        ConsoleQuery query = new ConsoleQuery().with(name, value);
        return new ListPage(title, operation, filters, table, fields, query);
    }

    @Override
    public String title(Visit visit) {
        return title;
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        boolean asked = visit.target().indexOf('?') >= 0;
        ConsoleQuery narrowed = asked ? visit.query().only(filters) : first;
        Html out = visit.content();
        if (!filters.isEmpty()) {
            FilterForm form = FilterForm.begin(visit.path(), narrowed, out);
            fields.accept(form);
            form.end();
        }
        try {
            Html page = new Html();
            new Pages(operation, filters, table).write(visit, "", narrowed, page);
            out.include(page);
        } catch (PageRefused refused) {
            visit.status(refused.status());
            out.element("p", refused.sentence(), "class", "away");
        }
    }
}
