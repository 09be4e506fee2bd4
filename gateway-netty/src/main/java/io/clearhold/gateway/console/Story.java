package io.clearhold.gateway.console;

/** The story of a payment, oldest first, each event with its postings. */
final class Story {
    private Story() {}

    static void write(JsonValue.Members story, Html out) {
        if (story.flag("has_more")) {
            out.element("p", "The story is too long for a page: its beginning is not shown.");
        }
        out.open("ol", "class", "story");
        for (JsonValue.Members event : story.objects("data")) {
            out.open("li").open("h3").element("code", event.text("type")).close();
            out.open("p");
            Values.time(event.text("at"), out);
            out.text(", sequence " + event.text("sequence")).close();
            if (!event.members("data").values().isEmpty()) {
                Facts.write(event.members("data"), out);
            }
            if (!event.objects("postings").isEmpty()) {
                new Table("Postings of " + event.text("type"))
                        .text("Debit", "debit")
                        .text("Credit", "credit")
                        .money("Amount", "amount")
                        .write(event.objects("postings"), out);
            }
            out.close();
        }
        out.close();
    }
}
