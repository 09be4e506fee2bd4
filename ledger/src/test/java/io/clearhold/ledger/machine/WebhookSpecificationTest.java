package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.QueryMessages;
import io.clearhold.ledger.scenario.WebhookCommands;
import org.junit.jupiter.api.Test;

class WebhookSpecificationTest extends MachineSpecification {
    private static final Actor PLATFORM = Actor.platform(1);

    private final long account = ledger.newAccount();
    private final Actor accountKey = Actor.account(1, account);
    private final WebhookEndpointResultDecoder created = endpoint(WebhookCommands.create(PLATFORM));
    private final long endpoint = created.endpoint();

    @Test
    void shouldBelongToTheRealmOfItsKey() {
        assertThat(Role.of(created.ownerRole())).isEqualTo(Role.PLATFORM);
        assertThat(created.platform()).isEqualTo(1);
        assertThat(created.account()).isZero();
        WebhookEndpointResultDecoder ofAccount = endpoint(WebhookCommands.create(accountKey));
        assertThat(ofAccount.platform()).isEqualTo(1);
        assertThat(ofAccount.account()).isEqualTo(account);
        WebhookEndpointResultDecoder ofStaff = endpoint(WebhookCommands.create(Actor.OPERATOR));
        assertThat(ofStaff.platform()).isZero();
        assertThat(code(WebhookCommands.create(Actor.AUDITOR))).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(show(PLATFORM, ofAccount.endpoint())).isEqualTo(ResultCode.OK);
        assertThat(show(PLATFORM, ofStaff.endpoint())).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(show(accountKey, ofAccount.endpoint())).isEqualTo(ResultCode.OK);
        assertThat(show(accountKey, endpoint)).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(show(Actor.platform(2), endpoint)).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(show(Actor.OPERATOR, endpoint)).isEqualTo(ResultCode.OK);
        assertThat(show(Actor.AUDITOR, endpoint)).isEqualTo(ResultCode.OK);
        assertThat(show(Actor.clientSecret(endpoint), endpoint)).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldBeChangedByItsOwnRealmOnly() {
        assertThat(code(WebhookCommands.rotate(Actor.OPERATOR, endpoint)))
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(code(WebhookCommands.delete(Actor.AUDITOR, endpoint)))
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(code(WebhookCommands.ping(Actor.platform(2), endpoint)))
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(code(WebhookCommands.ping(accountKey, endpoint)))
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldBeUpdatedOnlyByWhoReadItLast() {
        long read = created.textSequence();
        WebhookEndpointResultDecoder off =
                endpoint(WebhookCommands.update(PLATFORM, endpoint, true, read));
        assertThat(status(off)).isEqualTo(WebhookEndpointStatus.DISABLED);
        assertThat(off.textSequence()).isGreaterThan(read);
        assertThat(code(WebhookCommands.update(PLATFORM, endpoint, false, read)))
                .isEqualTo(ResultCode.TEXT_CHANGED);
        assertThat(code(WebhookCommands.ping(PLATFORM, endpoint)))
                .isEqualTo(ResultCode.ENDPOINT_DISABLED);
        WebhookEndpointResultDecoder on =
                endpoint(WebhookCommands.update(PLATFORM, endpoint, false, off.textSequence()));
        assertThat(status(on)).isEqualTo(WebhookEndpointStatus.ENABLED);
    }

    @Test
    void shouldKeepTheSecretBeforeValidForADay() {
        WebhookEndpointResultDecoder rotated = endpoint(WebhookCommands.rotate(PLATFORM, endpoint));
        assertThat(rotated.generation()).isEqualTo(2);
        assertThat(rotated.previousValidUntilMs())
                .isEqualTo(ledger.nowMs() + WebhookDecisions.ROTATION_OVERLAP_MS);
        assertThat(endpoint(WebhookCommands.rotate(PLATFORM, endpoint)).generation()).isEqualTo(3);
    }

    @Test
    void shouldNotExistOnceItIsDeleted() {
        WebhookEndpointResultDecoder deleted = endpoint(WebhookCommands.delete(PLATFORM, endpoint));
        assertThat(status(deleted)).isEqualTo(WebhookEndpointStatus.DELETED);
        assertThat(show(PLATFORM, endpoint)).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(code(WebhookCommands.delete(PLATFORM, endpoint)))
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldHaveALimitPerOwner() {
        for (int i = 1; i < WebhookDecisions.ENDPOINTS_OF_AN_OWNER; i++) {
            endpoint(WebhookCommands.create(PLATFORM));
        }
        Answer refused = ledger.send(WebhookCommands.create(PLATFORM));
        assertThat(refused.code()).isEqualTo(ResultCode.TOO_MANY_ENDPOINTS);
        endpoint(WebhookCommands.create(Actor.platform(2)));
        endpoint(WebhookCommands.create(accountKey));
        endpoint(WebhookCommands.delete(PLATFORM, endpoint));
        endpoint(WebhookCommands.create(PLATFORM));
    }

    @Test
    void shouldReplayNothingThatIsStillToCome() {
        endpoint(WebhookCommands.replay(PLATFORM, endpoint, 0, Long.MAX_VALUE));
        assertThat(code(WebhookCommands.replay(PLATFORM, endpoint, 1_000, 2_000)))
                .isEqualTo(ResultCode.REPLAY_RANGE_EMPTY);
        assertThat(code(WebhookCommands.replay(PLATFORM, endpoint, 2, 1)))
                .isEqualTo(ResultCode.REPLAY_RANGE_EMPTY);
    }

    @Test
    void shouldBeDisabledWhenItIsGoneUnlessItsAddressChangedMeanwhile() {
        long read = created.textSequence();
        assertThat(code(WebhookCommands.disable(Actor.SYSTEM, endpoint, read - 1)))
                .isEqualTo(ResultCode.TEXT_CHANGED);
        WebhookEndpointResultDecoder gone =
                endpoint(WebhookCommands.disable(Actor.SYSTEM, endpoint, read));
        assertThat(status(gone)).isEqualTo(WebhookEndpointStatus.DISABLED);
        assertThat(code(WebhookCommands.disable(Actor.SYSTEM, endpoint, read)))
                .isEqualTo(ResultCode.ENDPOINT_DISABLED);
    }

    private WebhookEndpointResultDecoder endpoint(Message message) {
        Answer answer = ledger.send(message).ok();
        return new WebhookEndpointResultDecoder()
                .wrapAndApplyHeader(answer.buffer(), 0, new MessageHeaderDecoder());
    }

    private ResultCode code(Message message) {
        return ledger.send(message).code();
    }

    private ResultCode show(Actor actor, long id) {
        return ledger.ask(QueryMessages.object(actor, IdKind.WEBHOOK_ENDPOINT, id)).code();
    }

    private static WebhookEndpointStatus status(WebhookEndpointResultDecoder result) {
        return WebhookEndpointStatus.of(result.status());
    }
}
