package io.clearhold.bank.sandbox;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.sandbox.wire.OrderStatus;
import io.clearhold.bank.sandbox.wire.SandboxSignature;
import io.clearhold.bank.spi.BankCallback;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.spi.ChannelCapabilities;
import io.clearhold.bank.spi.ChannelCapabilities.IdCharset;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.money.Currencies;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The channel to the sandbox bank. It knows the bank only by its socket and the shared secret, so
 * that it is worth as an example of a real channel what it is worth in tests.
 */
public final class SandboxBankChannel implements BankChannel, AutoCloseable {
    private static final String INSTRUCTIONS = "/instructions";

    /** Characters of an instruction's id that the bank takes. */
    private static final int ID_LENGTH = 64;

    /** What the bank says moved. */
    private record Money(long amountMinor, String currency) {}

    /** Whether an instruction that is not finished was just told or asked about. */
    private enum Unfinished {
        ACCEPTED,
        PENDING
    }

    private final SandboxChannelSettings settings;
    private final InstantSource wallClock;
    private final SandboxExchange exchange;
    private final ChannelCapabilities capabilities;

    public SandboxBankChannel(SandboxChannelSettings settings) {
        this(settings, InstantSource.system());
    }

    SandboxBankChannel(SandboxChannelSettings settings, InstantSource wallClock) {
        this.settings = settings;
        this.wallClock = wallClock;
        exchange = new SandboxExchange(settings, wallClock);
        capabilities =
                new ChannelCapabilities(
                        ID_LENGTH,
                        IdCharset.LETTERS_DIGITS_AND_UNDERSCORE,
                        true,
                        true,
                        settings.visibilityWindowMs(),
                        settings.requestTimeoutMs(),
                        Currencies.all().stream()
                                .map(Currencies.Entry::code)
                                .collect(Collectors.toSet()));
    }

    @Override
    public ChannelCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public BankReport submit(BankInstruction instruction) {
        String body;
        try {
            body = body(instruction);
        } catch (JsonUnreadableException e) {
            return new BankReport.Rejected("the instruction cannot be put into words");
        }
        BankReport report =
                report(
                        exchange.send("POST", INSTRUCTIONS, body),
                        instruction.id(),
                        Unfinished.ACCEPTED);
        // A bank that was just told cannot know nothing of it.
        return report instanceof BankReport.NotFound
                ? new BankReport.Unknown(FailureReason.BANK_ERROR)
                : report;
    }

    @Override
    public BankReport query(BankInstruction instruction) {
        String path = INSTRUCTIONS + "/" + instruction.text();
        return report(exchange.send("GET", path, ""), instruction.id(), Unfinished.PENDING);
    }

    @Override
    public BankReport close(BankInstruction instruction) {
        String path = INSTRUCTIONS + "/" + instruction.text() + "/close";
        return report(exchange.send("POST", path, "{}"), instruction.id(), Unfinished.PENDING);
    }

    @Override
    public BankCallback receive(Map<String, String> headers, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String flaw =
                SandboxSignature.flaw(
                        settings.secret(),
                        headers,
                        SandboxSignature.CALLBACK_SUBJECT,
                        text,
                        wallClock.millis());
        if (!flaw.isEmpty()) {
            return new BankCallback.Forged(flaw);
        }
        try {
            JsonFields fields = JsonFields.parse(text);
            return new BankCallback.BankMessage(
                    instructionId(fields), word(fields, Unfinished.PENDING));
        } catch (JsonUnreadableException e) {
            return new BankCallback.Unreadable(e.why());
        }
    }

    private static String body(BankInstruction instruction) throws JsonUnreadableException {
        JsonText json =
                new JsonText()
                        .text("id", instruction.text())
                        .text("kind", instruction.kind().label())
                        .number("amount", instruction.amountMinor())
                        .text("currency", instruction.currency());
        switch (instruction.purpose()) {
            case BankInstruction.Collect collect ->
                    json.textIfAny("token", JsonFields.parse(collect.methodJson()).text("token"));
            case BankInstruction.Refund refund -> {
                json.textIfAny("reason", refund.reason());
                if (refund.original() != ObjectId.NONE) {
                    json.text("original", ObjectId.toText(IdKind.INSTRUCTION, refund.original()));
                }
            }
            case BankInstruction.Contest contest ->
                    json.textIfAny("reason", contest.evidence())
                            .text(
                                    "original",
                                    ObjectId.toText(IdKind.INSTRUCTION, contest.original()));
            case BankInstruction.Payout payout ->
                    json.json("destination", payout.destinationJson());
        }
        return json.object();
    }

    private static BankReport report(
            SandboxExchange.Outcome outcome, long instruction, Unfinished unfinished) {
        return switch (outcome) {
            case SandboxExchange.Outcome.NotSent notSent -> new BankReport.NotSent(notSent.why());
            case SandboxExchange.Outcome.NoAnswer none -> new BankReport.Unknown(none.why());
            case SandboxExchange.Outcome.Answered answered ->
                    answered(answered, instruction, unfinished);
        };
    }

    private static BankReport answered(
            SandboxExchange.Outcome.Answered answer, long instruction, Unfinished unfinished) {
        return switch (answer.status()) {
            case 200, 201 -> {
                try {
                    yield instructionId(answer.fields()) == instruction
                            ? word(answer.fields(), unfinished)
                            : new BankReport.Unknown(FailureReason.BANK_ERROR);
                } catch (JsonUnreadableException e) {
                    yield new BankReport.Unknown(FailureReason.BANK_ERROR);
                }
            }
            case 404 -> new BankReport.NotFound();
            default -> new BankReport.Unknown(FailureReason.BANK_ERROR);
        };
    }

    private static long instructionId(JsonFields fields) throws JsonUnreadableException {
        long id = ObjectId.parse(IdKind.INSTRUCTION, fields.requiredText("id"));
        if (id == ObjectId.NONE) {
            throw new JsonUnreadableException("\"id\" is not an instruction's");
        }
        return id;
    }

    /** The bank's word on an instruction, the same in answers and callbacks. */
    private static BankReport word(JsonFields fields, Unfinished unfinished)
            throws JsonUnreadableException {
        String reference = fields.text("reference");
        return switch (status(fields.requiredText("status"))) {
            case PENDING ->
                    switch (unfinished) {
                        case ACCEPTED -> new BankReport.Accepted(reference);
                        case PENDING -> new BankReport.Pending(reference);
                    };
            case SETTLED -> {
                Money money = money(fields);
                yield new BankReport.Settled(reference, money.amountMinor(), money.currency());
            }
            case CHARGED_BACK -> {
                Money money = money(fields);
                yield new BankReport.ChargedBack(
                        reference,
                        money.amountMinor(),
                        fields.number("cost", 0),
                        money.currency(),
                        fields.text("reason"));
            }
            case REJECTED -> new BankReport.Rejected(fields.text("reason"));
            case RETURNED -> new BankReport.Returned(reference, fields.text("reason"));
            case CLOSED -> new BankReport.Closed();
        };
    }

    private static Money money(JsonFields fields) throws JsonUnreadableException {
        long amountMinor = fields.requiredNumber("amount");
        String currency = fields.requiredText("currency");
        if (amountMinor < 1 || fields.number("cost", 0) < 0 || Currencies.number(currency) == 0) {
            throw new JsonUnreadableException("not an amount of money");
        }
        return new Money(amountMinor, currency);
    }

    private static OrderStatus status(String label) throws JsonUnreadableException {
        for (OrderStatus status : OrderStatus.values()) {
            if (status.label().equals(label)) {
                return status;
            }
        }
        throw new JsonUnreadableException("there is no status \"" + label + "\"");
    }

    @Override
    public void close() {
        exchange.close();
    }
}
