package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;

/** A fact in the bank's journal: one JSON object a line. Times are milliseconds of bank time. */
sealed interface JournalLine {
    /**
     * An instruction was taken; the scenario was decided then and is not decided again.
     *
     * @param feeBps what the bank keeps of a collection; lines from before there was a fee have
     *     none
     */
    record OrderTaken(
            long number,
            long id,
            InstructionKind kind,
            long amountMinor,
            String currency,
            long fingerprint,
            Scenario scenario,
            int feeBps,
            long atMs)
            implements JournalLine {}

    /** The order's step happened, and its callbacks are owed. */
    record StepDone(long id, int step, long atMs) implements JournalLine {}

    record OrderClosed(long id, long atMs) implements JournalLine {}

    /** Clearhold answered 200. */
    record CallbackDelivered(long callback) implements JournalLine {}

    /** Bank time is wall time plus this from here on. */
    record ClockMoved(long offsetMs) implements JournalLine {}

    default String json() {
        return switch (this) {
            case OrderTaken taken ->
                    new JsonText()
                            .text("line", "taken")
                            .number("number", taken.number())
                            .text("id", idText(taken.id()))
                            .text("kind", taken.kind().label())
                            .number("amount", taken.amountMinor())
                            .text("currency", taken.currency())
                            .number("fingerprint", taken.fingerprint())
                            .text("scenario", taken.scenario().name())
                            .number("fee_bps", taken.feeBps())
                            .number("at_ms", taken.atMs())
                            .object();
            case StepDone done ->
                    new JsonText()
                            .text("line", "step")
                            .text("id", idText(done.id()))
                            .number("step", done.step())
                            .number("at_ms", done.atMs())
                            .object();
            case OrderClosed closed ->
                    new JsonText()
                            .text("line", "closed")
                            .text("id", idText(closed.id()))
                            .number("at_ms", closed.atMs())
                            .object();
            case CallbackDelivered delivered ->
                    new JsonText()
                            .text("line", "delivered")
                            .number("callback", delivered.callback())
                            .object();
            case ClockMoved moved ->
                    new JsonText()
                            .text("line", "clock")
                            .number("offset_ms", moved.offsetMs())
                            .object();
        };
    }

    static JournalLine parse(String json) throws JsonUnreadableException {
        JsonFields fields = JsonFields.parse(json);
        String line = fields.requiredText("line");
        return switch (line) {
            case "taken" ->
                    new OrderTaken(
                            fields.requiredNumber("number"),
                            OrderRequest.parseId(fields.requiredText("id")),
                            OrderRequest.parseKind(fields.requiredText("kind")),
                            fields.requiredNumber("amount"),
                            fields.requiredText("currency").intern(),
                            fields.requiredNumber("fingerprint"),
                            scenario(fields.requiredText("scenario")),
                            (int) fields.number("fee_bps", 0),
                            fields.requiredNumber("at_ms"));
            case "step" ->
                    new StepDone(
                            OrderRequest.parseId(fields.requiredText("id")),
                            (int) fields.requiredNumber("step"),
                            fields.requiredNumber("at_ms"));
            case "closed" ->
                    new OrderClosed(
                            OrderRequest.parseId(fields.requiredText("id")),
                            fields.requiredNumber("at_ms"));
            case "delivered" -> new CallbackDelivered(fields.requiredNumber("callback"));
            case "clock" -> new ClockMoved(fields.requiredNumber("offset_ms"));
            default -> throw new JsonUnreadableException("there is no line \"" + line + "\"");
        };
    }

    private static Scenario scenario(String name) throws JsonUnreadableException {
        try {
            return Scenario.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new JsonUnreadableException("there is no scenario \"" + name + "\"");
        }
    }

    private static String idText(long id) {
        return ObjectId.toText(IdKind.INSTRUCTION, id);
    }
}
