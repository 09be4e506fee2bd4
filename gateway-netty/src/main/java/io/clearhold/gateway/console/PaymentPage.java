package io.clearhold.gateway.console;

import java.util.List;

/** A payment: where its money is, and how it came there. */
final class PaymentPage implements ConsolePage.Content {
    private static final List<String> PARTS =
            List.of("amount_held", "amount_released", "amount_refunded", "amount_charged_back");

    @Override
    public String title(Visit visit) {
        return "Payment " + visit.parameter();
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        String id = visit.parameter();
        JsonValue.Members payment = visit.get("getPayment", id);
        visit.section("Money", out -> money(payment, out));
        visit.section("Payment", out -> Facts.write(payment, out));
        visit.section("Story", out -> Story.write(visit.get("getStory", id), out));
        visit.section("Refunds", out -> refunds(visit, id, out));
        visit.section("Breaks", out -> breaks(visit, id, out));
    }

    private static void money(JsonValue.Members payment, Html out) {
        String currency = payment.text("currency");
        long sum = 0;
        out.open("p").open("strong");
        Values.money(payment.number("amount_collected"), currency, out);
        out.text(" collected").close().text(" = ");
        for (String part : PARTS) {
            sum += payment.number(part);
            if (!part.equals(PARTS.getFirst())) {
                out.text(" + ");
            }
            Values.money(payment.number(part), currency, out);
            out.text(" " + part.substring("amount_".length()).replace('_', ' '));
        }
        out.text(" ");
        Values.status(sum == payment.number("amount_collected") ? "holds" : "broken", out);
        out.close();
    }

    private static void refunds(Visit visit, String id, Html out) throws InterruptedException {
        JsonValue.Members list = visit.get("listPaymentRefunds", id);
        Lists.refunds("Refunds, newest first").write(list.objects("data"), out);
    }

    private static void breaks(Visit visit, String id, Html out) throws InterruptedException {
        ConsoleQuery query = new ConsoleQuery().with("payment", id);
        JsonValue.Members list = visit.get("listBreaks", "", query);
        Lists.breaks("Breaks, newest first").write(list.objects("data"), out);
    }
}
