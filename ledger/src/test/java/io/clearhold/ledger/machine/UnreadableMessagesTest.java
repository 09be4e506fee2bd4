package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.codec.ConfigureEncoder;
import io.clearhold.core.codec.ConfirmPaymentEncoder;
import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.GetObjectEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Invariants;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.PaymentTerms;
import io.clearhold.ledger.scenario.QueryMessages;
import io.clearhold.ledger.state.LedgerState;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** What the engine does not know or cannot read is refused, and changes nothing. */
class UnreadableMessagesTest extends PaymentSpecification {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final Actor KEYED = Actor.platform(1).withKey(7, 7);

    @Test
    void shouldRefuseATemplateItDoesNotKnowAndForgetItsKey() {
        Message message = Commands.createAccount(KEYED, true);
        message.buffer().putShort(2, (short) 99, ByteOrder.LITTLE_ENDIAN);
        refuses(message, ResultCode.UNKNOWN_COMMAND);
        assertThat(ledger.send(Commands.createAccount(KEYED, true)).outcome())
                .isEqualTo(StateMachine.Outcome.FRAME);
    }

    @Test
    void shouldRefuseEventsAndResultsAndOtherSchemas() {
        for (int template : new int[] {150, 200, 0xffff}) {
            Message message = Commands.createAccount(KEYED, true);
            message.buffer().putShort(2, (short) template, ByteOrder.LITTLE_ENDIAN);
            refuses(message, ResultCode.UNKNOWN_COMMAND);
        }
        Message other = Commands.createAccount(KEYED, true);
        other.buffer().putShort(4, (short) 77, ByteOrder.LITTLE_ENDIAN);
        refuses(other, ResultCode.UNKNOWN_COMMAND);
    }

    @Test
    void shouldRefuseCodesThatWereNeverGivenOut() {
        refusesByte(
                Commands.createAccount(KEYED, true), CreateAccountEncoder.typeEncodingOffset(), 9);
        refusesByte(Commands.createAccount(KEYED, true), OriginDecoder.roleEncodingOffset(), 200);
        refusesByte(creation(), CreatePaymentEncoder.feeKindEncodingOffset(), 66);
        refusesByte(creation(), CreatePaymentEncoder.methodKindEncodingOffset(), 77);
        refusesByte(creation(), CreatePaymentEncoder.modeEncodingOffset(), 44);
        refusesByte(
                Commands.configure(Actor.SYSTEM, MachineFixture.SANDBOX),
                ConfigureEncoder.modeEncodingOffset(),
                9);
        refuses(
                Commands.report(1, BankOutcome.REJECTED, Evidence.ANSWER, 55, 0),
                ResultCode.INVALID_COMMAND);
    }

    @Test
    void shouldRefuseAmountsThatAreNegative() {
        long payment = held();
        refusesLong(
                Commands.confirm(KEYED, payment, 1),
                ConfirmPaymentEncoder.amountEncodingOffset(),
                -1);
        refusesLong(creation(), CreatePaymentEncoder.amountEncodingOffset(), 0);
        refusesLong(creation(), CreatePaymentEncoder.amountEncodingOffset(), Long.MIN_VALUE);
        refusesLong(creation(), CreatePaymentEncoder.feeMinEncodingOffset(), -5);
    }

    @Test
    void shouldRefuseAMessageThatIsCutOffAnywhere() {
        for (Message whole :
                List.of(
                        creation(),
                        Commands.configure(Actor.SYSTEM, MachineFixture.SANDBOX),
                        Commands.createAccount(KEYED, "\"name\":\"Li\""))) {
            for (int length = 0; length < whole.length(); length++) {
                refuses(
                        new Message(Arrays.copyOf(whole.bytes(), length)),
                        ResultCode.INVALID_COMMAND);
            }
        }
    }

    @Test
    void shouldAnswerAQueryThatItCannotRead() {
        Message query = QueryMessages.object(Actor.OPERATOR, IdKind.PAYMENT, 1);
        query.bytes()[BODY + GetObjectEncoder.kindEncodingOffset()] = 63;
        assertThat(ledger.ask(query).code()).isEqualTo(ResultCode.INVALID_COMMAND);
        Message unknown = QueryMessages.head(Actor.OPERATOR);
        unknown.buffer().putShort(2, (short) 149, ByteOrder.LITTLE_ENDIAN);
        assertThat(ledger.ask(unknown).code()).isEqualTo(ResultCode.UNKNOWN_COMMAND);
    }

    @Test
    void shouldKeepEveryPromiseWhateverBytesItGets() {
        Seeds.forEach(
                4,
                random -> {
                    MachineFixture fixture = new MachineFixture().withoutChecks();
                    RandomCommands commands = new RandomCommands(fixture, random);
                    for (int i = 0; i < 400; i++) {
                        commands.step();
                    }
                    List<byte[]> asked = commandsOf(fixture.frames());
                    for (int i = 0; i < 4000; i++) {
                        byte[] bytes = asked.get(random.nextInt(asked.size())).clone();
                        Message message = new Message(spoil(bytes, random));
                        if (random.nextInt(8) == 0 && message.length() > BODY) {
                            message.buffer()
                                    .putShort(
                                            2,
                                            (short) (100 + random.nextInt(20)),
                                            ByteOrder.LITTLE_ENDIAN);
                            fixture.ask(message);
                        } else {
                            fixture.send(message);
                        }
                    }
                    Invariants.check(fixture.state());
                    ReplayCheck.check(fixture);
                });
    }

    @Test
    void shouldRefuseWhatItFailsToDecideAndGoOn() {
        StateMachine machine = new StateMachine((state, access) -> new Failing(state, access, 0));
        Frame frame = new Frame();
        Message message = Commands.createAccount(KEYED, true);
        assertThat(machine.execute(message.buffer(), 0, message.length(), 1, frame))
                .isEqualTo(StateMachine.Outcome.NO_FRAME);
        assertThat(machine.resultCode()).isEqualTo(ResultCode.UNDECIDED);
        assertThat(machine.failure()).hasMessage("a bug");
        assertThat(machine.state().sequence()).isZero();
        // The key is not used up.
        assertThat(machine.execute(message.buffer(), 0, message.length(), 1, frame))
                .isEqualTo(StateMachine.Outcome.NO_FRAME);
    }

    @Test
    void shouldNotGoOnOnceAnEventWasApplied() {
        StateMachine machine = new StateMachine((state, access) -> new Failing(state, access, 1));
        Frame frame = new Frame();
        Message configure = Commands.configure(Actor.SYSTEM, MachineFixture.SANDBOX);
        assertThatThrownBy(
                        () -> machine.execute(configure.buffer(), 0, configure.length(), 1, frame))
                .hasMessage("a bug");
    }

    @Test
    void shouldHaveAFormForEveryCommandAndQuery() throws Exception {
        String schema = Files.readString(Path.of("../payment-core/src/main/sbe/clearhold.xml"));
        Matcher messages =
                Pattern.compile("<sbe:message name=\"(\\w+)\" id=\"(\\d+)\"").matcher(schema);
        MessageForms forms = new MessageForms();
        List<String> missing = new ArrayList<>();
        while (messages.find()) {
            int template = Integer.parseInt(messages.group(2));
            if (template < 150 && !forms.has(template)) {
                missing.add(messages.group(1));
            }
        }
        assertThat(missing).as("messages without a form in MessageForms").isEmpty();
    }

    private Message creation() {
        return Commands.createPayment(
                KEYED, new PaymentTerms(payee, 555).amount(100).feeBps(60, 0, 0));
    }

    private void refusesByte(Message message, int offset, int value) {
        message.bytes()[BODY + offset] = (byte) value;
        refuses(message, ResultCode.INVALID_COMMAND);
    }

    private void refusesLong(Message message, int offset, long value) {
        message.buffer().putLong(BODY + offset, value, ByteOrder.LITTLE_ENDIAN);
        refuses(message, ResultCode.INVALID_COMMAND);
    }

    private void refuses(Message message, ResultCode code) {
        LedgerState state = ledger.state();
        long sequence = state.sequence();
        long hash = state.hashLow();
        Answer answer = ledger.send(message);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.outcome()).isEqualTo(StateMachine.Outcome.NO_FRAME);
        assertThat(state.sequence()).isEqualTo(sequence);
        assertThat(state.hashLow()).isEqualTo(hash);
    }

    private static List<byte[]> commandsOf(List<byte[]> frames) {
        List<byte[]> commands = new ArrayList<>();
        Frame frame = new Frame();
        for (byte[] bytes : frames) {
            frame.buffer().putBytes(0, bytes);
            assertThat(frame.load(bytes.length)).isTrue();
            byte[] command = new byte[frame.commandLength()];
            frame.buffer().getBytes(frame.commandOffset(), command);
            commands.add(command);
        }
        return commands;
    }

    private static byte[] spoil(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes[at] = random.nextBoolean() ? (byte) 0x7f : (byte) 0xff;
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** Decides as it should, and fails at the end of a step. */
    private static final class Failing extends CommandDispatcher {
        private final int failingStep;

        Failing(LedgerState state, Access access, int failingStep) {
            super(state, access);
            this.failingStep = failingStep;
        }

        @Override
        void decide(
                DirectBuffer buffer,
                int offset,
                MessageHeaderDecoder header,
                int step,
                Decision decision) {
            if (step == failingStep) {
                throw new IllegalStateException("a bug");
            }
            super.decide(buffer, offset, header, step, decision);
            decision.continues();
        }
    }
}
