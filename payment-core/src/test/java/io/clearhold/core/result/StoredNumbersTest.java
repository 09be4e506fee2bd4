package io.clearhold.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakResolution;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Numbers that journals hold. {@code stored-numbers.txt} grows with each new one; a line of it that
 * changes or goes would give old journals another meaning.
 */
class StoredNumbersTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "stored-numbers.txt");

    private final List<String> lines = new ArrayList<>();

    @Test
    void shouldKeepEveryNumberThatWasGivenOut() throws IOException {
        for (ResultCode code : ResultCode.values()) {
            lines.add(
                    String.join(
                            " ",
                            "ResultCode",
                            String.valueOf(code.number()),
                            code.name(),
                            String.valueOf(code.httpStatus()),
                            code.code()));
        }
        add(AccountKind.values(), AccountKind::code);
        add(ApprovalKind.values(), ApprovalKind::code);
        add(ApprovalStatus.values(), ApprovalStatus::code);
        add(AdjustmentType.values(), AdjustmentType::code);
        add(AccountStatus.values(), AccountStatus::code);
        add(AccountType.values(), AccountType::code);
        add(BankOutcome.values(), BankOutcome::code);
        add(BreakAction.values(), BreakAction::code);
        add(BreakResolution.values(), BreakResolution::code);
        add(BreakStatus.values(), BreakStatus::code);
        add(BreakType.values(), BreakType::code);
        add(EntrySide.values(), EntrySide::code);
        add(LineOutcome.values(), LineOutcome::code);
        add(MovementKind.values(), MovementKind::code);
        add(StatementFormat.values(), StatementFormat::code);
        add(StatementStatus.values(), StatementStatus::code);
        add(Cause.values(), Cause::code);
        add(ChargebackStatus.values(), ChargebackStatus::code);
        add(ClockDoubt.values(), ClockDoubt::code);
        add(DisputeParty.values(), DisputeParty::code);
        add(DisputeStatus.values(), DisputeStatus::code);
        add(DisputeTrigger.values(), DisputeTrigger::code);
        add(Evidence.values(), Evidence::code);
        add(FailureReason.values(), FailureReason::code);
        add(IdKind.values(), IdKind::code);
        add(InstructionKind.values(), InstructionKind::code);
        add(InstructionStatus.values(), InstructionStatus::code);
        add(MethodKind.values(), MethodKind::code);
        add(MilestoneStatus.values(), MilestoneStatus::code);
        add(PaymentMode.values(), PaymentMode::code);
        add(PaymentStatus.values(), PaymentStatus::code);
        add(PayoutStatus.values(), PayoutStatus::code);
        add(RefundStatus.values(), RefundStatus::code);
        add(Role.values(), Role::code);
        add(ServerMode.values(), ServerMode::code);
        add(ShareKind.values(), ShareKind::code);
        add(WebhookEndpointStatus.values(), WebhookEndpointStatus::code);
        add(AccountTrigger.values(), AccountTrigger::code);
        add(TopUpStatus.values(), TopUpStatus::code);
        add(PayoutInterval.values(), PayoutInterval::code);
        add(RiskOperation.values(), RiskOperation::code);
        add(RiskRule.values(), RiskRule::code);
        add(RiskAction.values(), RiskAction::code);
        assertThat(String.join("\n", lines) + "\n").isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void shouldFindEveryResultCodeByItsNumber() {
        Set<String> names = new HashSet<>();
        for (ResultCode code : ResultCode.values()) {
            assertThat(ResultCode.of(code.number())).isSameAs(code);
            assertThat(names.add(code.code())).as(code.code()).isTrue();
            assertThat(code.code()).matches("[a-z][a-z_]*");
            assertThat(code.detail(1, 2)).endsWith(".").doesNotContain("%");
        }
    }

    @Test
    void shouldKnowNoOtherNumber() {
        assertThatThrownBy(() -> ResultCode.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResultCode.of(99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResultCode.of(1 << 20))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaymentStatus.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AccountKind.of(14)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldPutTheAmountsIntoTheSentence() {
        assertThat(ResultCode.AMOUNT_EXCEEDS_HELD.detail(5, 7)).isEqualTo("Held 5, asked 7.");
    }

    private <E extends Enum<E>> void add(E[] values, ToIntFunction<E> code) {
        Set<Integer> codes = new HashSet<>();
        for (E value : values) {
            assertThat(codes.add(code.applyAsInt(value))).as(value.name()).isTrue();
            lines.add(
                    value.getDeclaringClass().getSimpleName()
                            + " "
                            + code.applyAsInt(value)
                            + " "
                            + value.name());
        }
    }
}
