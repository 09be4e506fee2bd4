package io.clearhold.config.engine;

import io.clearhold.config.json.JsonMembers;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.KeyCreatedDecoder;
import io.clearhold.core.codec.KeyRevokedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All keys that the journal knows, for listing: the state holds what a request needs, and the
 * person stands in the frame alone. Fed by recovery; afterwards it reads on where it was. Safe for
 * many threads.
 */
public final class KeyRegister implements Consumer<Frame> {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CreateKeyDecoder createKey = new CreateKeyDecoder();
    private final KeyCreatedDecoder created = new KeyCreatedDecoder();
    private final KeyRevokedDecoder revoked = new KeyRevokedDecoder();
    private final Map<Long, RegisteredKey> keys = new LinkedHashMap<>();
    private long position;

    @Override
    public synchronized void accept(Frame frame) {
        position = frame.sequence();
        header.wrap(frame.buffer(), frame.commandOffset());
        int command = header.templateId();
        if (command != CreateKeyDecoder.TEMPLATE_ID && command != RevokeKeyDecoder.TEMPLATE_ID) {
            return;
        }
        String person = command == CreateKeyDecoder.TEMPLATE_ID ? person(frame) : "";
        frame.rewindEvents();
        while (frame.nextEvent()) {
            header.wrap(frame.buffer(), frame.eventOffset());
            if (header.templateId() == KeyCreatedDecoder.TEMPLATE_ID) {
                created.wrapAndApplyHeader(frame.buffer(), frame.eventOffset(), header);
                keys.put(
                        created.key(),
                        new RegisteredKey(
                                created.key(),
                                Role.of(created.role()),
                                created.platform(),
                                created.account(),
                                person,
                                frame.logTimeMs(),
                                false));
            } else if (header.templateId() == KeyRevokedDecoder.TEMPLATE_ID) {
                revoked.wrapAndApplyHeader(frame.buffer(), frame.eventOffset(), header);
                keys.computeIfPresent(revoked.key(), (id, key) -> key.afterRevocation());
            }
        }
    }

    /** All keys up to the watermark, oldest first. */
    public synchronized List<RegisteredKey> list(Ledger ledger) {
        Frame frame = new Frame();
        try (JournalReader reader = ledger.openReader()) {
            long watermark = ledger.watermark();
            while (position < watermark && reader.read(position + 1, frame)) {
                accept(frame);
            }
        }
        return List.copyOf(keys.values());
    }

    private String person(Frame frame) {
        createKey.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), header);
        byte[] text = new byte[createKey.textLength()];
        createKey.getText(text, 0, text.length);
        try {
            String members = new String(text, StandardCharsets.UTF_8);
            return JsonMembers.parse("{" + members + "}").get("person");
        } catch (IOException e) {
            // A text of another shape names nobody; listing must not fail for it.
            return "";
        }
    }
}
