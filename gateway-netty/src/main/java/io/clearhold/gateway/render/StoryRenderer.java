package io.clearhold.gateway.render;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.book.PostingRules;
import io.clearhold.core.codec.ChainDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.agrona.DirectBuffer;

/** The events of one payment in one frame. Confined to one thread. */
public final class StoryRenderer {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName AT = JsonName.of("at");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName POSTINGS = JsonName.of("postings");
    private static final JsonName DEBIT = JsonName.of("debit");
    private static final JsonName CREDIT = JsonName.of("credit");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");

    private final GatewaySettings settings;
    private final PostingRules rules = new PostingRules();
    private final EventFacts facts;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ChainDecoder chain = new ChainDecoder();
    private final JsonWriter out = new JsonWriter(2048);
    private long previous;

    public StoryRenderer(GatewaySettings settings) {
        this.settings = settings;
        this.facts = new EventFacts(settings);
    }

    /** The items of the frame's events about {@code payment}, with commas between them. */
    public byte[] items(Frame frame, long payment) {
        out.reset();
        previous = 0;
        DirectBuffer buffer = frame.buffer();
        frame.rewindEvents();
        while (frame.nextEvent()) {
            int offset = frame.eventOffset();
            header.wrap(buffer, offset);
            int template = header.templateId();
            if (!ChainedEvents.contains(template)) {
                continue;
            }
            chain.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH);
            if (chain.payment() == payment) {
                before(chain.previous(), frame.sequence());
                item(frame, template, offset);
            }
        }
        return out.toBytes();
    }

    /** The sequence of the payment's frame before the last one, 0 if that was the first. */
    public long previous() {
        return previous;
    }

    /** Only an earlier frame counts: events of one frame may name each other. */
    private void before(long sequence, long thisFrame) {
        if (sequence < thisFrame && sequence != 0) {
            previous = previous == 0 ? sequence : Math.min(previous, sequence);
        }
    }

    private void item(Frame frame, int template, int offset) {
        DirectBuffer buffer = frame.buffer();
        out.beginObject();
        out.member(TYPE, EventNames.of(template));
        out.memberTime(AT, frame.logTimeMs());
        out.name(SEQUENCE).quoted(frame.sequence());
        out.name(DATA).beginObject();
        facts.write(template, buffer, offset, out);
        out.endObject();
        out.name(POSTINGS).beginArray();
        rules.post(buffer, offset, this::posting);
        out.endArray().endObject();
    }

    private void posting(
            AccountKind debit,
            long debitOwner,
            AccountKind credit,
            long creditOwner,
            int currency,
            long amountMinor) {
        out.beginObject();
        account(DEBIT, debit, debitOwner);
        account(CREDIT, credit, creditOwner);
        out.member(AMOUNT, amountMinor);
        out.member(CURRENCY, Currencies.code(currency));
        out.endObject();
    }

    private void account(JsonName name, AccountKind kind, long owner) {
        out.name(name).beginString().ascii(kind.label());
        switch (kind.owner()) {
            case CHANNEL -> out.ascii(":").ascii(settings.channelName(owner));
            case ACCOUNT -> out.ascii(":").idText(IdKind.ACCOUNT, owner);
            case PAYMENT -> out.ascii(":").idText(IdKind.PAYMENT, owner);
            case OPERATOR -> {
                // The operator's own accounts have no owner to name.
            }
        }
        out.endString();
    }
}
