package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.QueryMessages;
import org.junit.jupiter.api.Test;

class AccountSpecificationTest extends MachineSpecification {
    private final long account = ledger.newAccount();

    @Test
    void shouldBelongToThePlatformThatMadeIt() {
        assertThat(show(Actor.platform(1)).account().platform()).isEqualTo(1);
        assertThat(show(Actor.platform(2)).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(show(Actor.account(1, account)).code()).isEqualTo(ResultCode.OK);
        assertThat(show(Actor.account(1, account + 1)).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(show(Actor.AUDITOR).code()).isEqualTo(ResultCode.OK);
        assertThat(show(Actor.clientSecret(account)).code()).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldBeMadeByPlatformsAndStaffOnly() {
        assertThat(ledger.operator().createAccount().account().platform()).isEqualTo(1);
        assertThat(ledger.account(account).createAccount().code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.auditor().createAccount().code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.clientSecret(account).createAccount().code())
                .isEqualTo(ResultCode.FORBIDDEN);
    }

    @Test
    void shouldBeUpdatedOnlyByWhoReadItLast() {
        long read = show(Actor.OPERATOR).account().textSequence();
        Answer updated = ledger.platform().updateAccount(account, read);
        assertThat(updated.account().textSequence()).isEqualTo(updated.sequence());
        assertThat(ledger.platform().updateAccount(account, read).code())
                .isEqualTo(ResultCode.TEXT_CHANGED);
        assertThat(ledger.otherPlatform().updateAccount(account, updated.sequence()).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.auditor().updateAccount(account, updated.sequence()).code())
                .isEqualTo(ResultCode.FORBIDDEN);
    }

    @Test
    void shouldHavePricingFromPlatformsAndStaffOnly() {
        assertThat(price(Actor.platform(1), 60).account().feeValue()).isEqualTo(60);
        assertThat(price(Actor.OPERATOR, 10_000).code()).isEqualTo(ResultCode.OK);
        assertThat(price(Actor.account(1, account), 60).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(price(Actor.AUDITOR, 60).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(price(Actor.platform(2), 60).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(price(Actor.platform(1), 10_001).code())
                .isEqualTo(ResultCode.SPLITS_EXCEED_AMOUNT);
    }

    @Test
    void shouldHaveKeysThatItsOwnSideMakesAndEnds() {
        long key = ledger.account(account).createKey(Role.ACCOUNT, 0, account).id();
        assertThat(ledger.otherPlatform().revokeKey(key).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.auditor().revokeKey(key).code()).isEqualTo(ResultCode.NOT_FOUND);
        Answer revoked = ledger.platform().revokeKey(key);
        assertThat(revoked.key().revoked()).isEqualTo((short) 1);
        assertThat(revoked.key().platform()).isEqualTo(1);
        assertThat(ledger.platform().revokeKey(key).code()).isEqualTo(ResultCode.KEY_REVOKED);
        assertThat(ledger.platform().revokeKey(99).code()).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldNotMakeKeysAboveOnesOwn() {
        assertThat(ledger.platform().createKey(Role.OPERATOR, 0, 0).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.platform().createKey(Role.PLATFORM, 2, 0).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.account(account).createKey(Role.PLATFORM, 1, 0).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.otherPlatform().createKey(Role.ACCOUNT, 2, account).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.auditor().createKey(Role.ACCOUNT, 1, account).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        long operator = ledger.as(Actor.SYSTEM).createKey(Role.OPERATOR, 0, 0).id();
        assertThat(ledger.platform().revokeKey(operator).code()).isEqualTo(ResultCode.NOT_FOUND);
        ledger.operator().revokeKey(operator).ok();
    }

    private Answer show(Actor actor) {
        return ledger.ask(QueryMessages.object(actor, IdKind.ACCOUNT, account));
    }

    private Answer price(Actor actor, long bps) {
        return ledger.send(Commands.setPricing(actor, account, ShareKind.BPS, bps, 0, 0));
    }
}
