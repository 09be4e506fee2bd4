package io.clearhold.config.engine;

import io.clearhold.config.json.JsonMembers;
import io.clearhold.core.codec.ConfigureDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What the first frame says about the journal besides settings: under which master key it began.
 */
final class JournalIdentity implements Consumer<Frame> {
    static final String MASTER_KEY = "master_key";

    private String masterKeyFingerprint = "";

    @Override
    public void accept(Frame frame) {
        if (frame.sequence() != 1) {
            return;
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        header.wrap(frame.buffer(), frame.commandOffset());
        if (header.templateId() == ConfigureDecoder.TEMPLATE_ID) {
            masterKeyFingerprint = fingerprint(frame, header);
        }
    }

    /** Empty if the journal does not say. */
    String masterKeyFingerprint() {
        return masterKeyFingerprint;
    }

    private static String fingerprint(Frame frame, MessageHeaderDecoder header) {
        ConfigureDecoder configure = new ConfigureDecoder();
        configure.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), header);
        configure.currencies().forEach(currency -> {});
        configure.channels().forEach(channel -> {});
        configure.ladder().forEach(rung -> {});
        byte[] text = new byte[configure.textLength()];
        configure.getText(text, 0, text.length);
        try {
            String members = new String(text, StandardCharsets.UTF_8);
            return JsonMembers.parse("{" + members + "}").get(MASTER_KEY);
        } catch (IOException e) {
            return "";
        }
    }
}
