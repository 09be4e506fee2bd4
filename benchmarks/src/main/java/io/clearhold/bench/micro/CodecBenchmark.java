package io.clearhold.bench.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Encoding the most frequent command as the gateway does, and reading it as the engine does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final CreatePaymentEncoder encoder = new CreatePaymentEncoder();
    private final CreatePaymentDecoder decoder = new CreatePaymentDecoder();
    private final byte[] text =
            "\"reference\":\"order-0000000000000000\",\"description\":\"Two books\""
                    .getBytes(US_ASCII);
    private long number;

    @Setup
    public void first() {
        encode();
    }

    @Benchmark
    public int encode() {
        number++;
        encoder.wrapAndApplyHeader(buffer, 0, headerEncoder);
        encoder.origin()
                .role((short) 1)
                .renderer((short) 1)
                .attempt(0)
                .reserved(0)
                .platform(1)
                .subject(0)
                .key(1)
                .idempotencyHigh(number)
                .idempotencyLow(~number)
                .digestHigh(number)
                .digestLow(~number);
        encoder.payee(number)
                .payer(number)
                .amount(12_900)
                .currency(156)
                .mode((short) 1)
                .payByMs(0)
                .shipByMs(0)
                .autoRefund((short) 0)
                .autoConfirmAfterSeconds(-1)
                .referenceHigh(number)
                .referenceLow(~number)
                .feeKind((short) 0)
                .feeValue(0)
                .feeMin(0)
                .feeMax(0)
                .methodKind((short) 0)
                .channel((short) 0)
                .wallet(0);
        encoder.splitsCount(0);
        encoder.milestonesCount(0);
        encoder.putText(text, 0, text.length);
        return encoder.encodedLength();
    }

    @Benchmark
    public long decode() {
        decoder.wrapAndApplyHeader(buffer, 0, headerDecoder);
        long sum = decoder.origin().idempotencyHigh() + decoder.origin().digestLow();
        sum += decoder.payee() + decoder.payer() + decoder.amount() + decoder.currency();
        sum += decoder.referenceHigh() + decoder.feeValue() + decoder.payByMs();
        CreatePaymentDecoder.SplitsDecoder splits = decoder.splits();
        while (splits.hasNext()) {
            sum += splits.next().account();
        }
        CreatePaymentDecoder.MilestonesDecoder milestones = decoder.milestones();
        while (milestones.hasNext()) {
            sum += milestones.next().amount();
        }
        return sum + decoder.textLength();
    }
}
