package io.clearhold.ledger.scenario;

import io.clearhold.core.codec.CreateTopUpEncoder;
import io.clearhold.core.codec.CreateTransferEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.MoveAccountEncoder;
import io.clearhold.core.lifecycle.AccountTrigger;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Encodes commands about wallets and accounts as the gateway does. */
public final class WalletCommands {
    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();
    private static final byte[] METHOD =
            "\"method\":{\"channel\":\"sandbox\"}".getBytes(StandardCharsets.UTF_8);

    private WalletCommands() {}

    public static Message transfer(Actor actor, long from, long to, long amount, int currency) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        CreateTransferEncoder command =
                new CreateTransferEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.from(from).to(to).amount(amount).currency(currency).putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }

    public static Message topUp(
            Actor actor, long account, long amount, int currency, int channel) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        CreateTopUpEncoder command = new CreateTopUpEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.account(account)
                .amount(amount)
                .currency(currency)
                .channel((short) channel)
                .putText(METHOD, 0, METHOD.length);
        return Commands.message(buffer, command);
    }

    public static Message move(Actor actor, long account, AccountTrigger trigger) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        MoveAccountEncoder command = new MoveAccountEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.account(account).trigger((short) trigger.code()).putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }
}
