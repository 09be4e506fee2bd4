package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AcceptChargebackDecoder;
import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.ConfigureDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.codec.SetPricingDecoder;
import io.clearhold.core.codec.SetReserveDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.money.Amounts;
import io.clearhold.ledger.state.Settings;
import org.jspecify.annotations.Nullable;

/** The forms of commands about settings, keys and accounts. */
final class AccountForms extends AreaForms {
    /** Ten years. */
    private static final int MOST_RESERVE_DAYS = 3653;

    AccountForms(@Nullable MessageForm[] forms) {
        super(forms);
    }

    @Override
    void add() {
        registry();
    }

    private void registry() {
        MessageForm configure = form(ConfigureDecoder.TEMPLATE_ID, ConfigureDecoder.BLOCK_LENGTH);
        configure
                .root()
                .code(
                        ConfigureDecoder.modeEncodingOffset(),
                        codes(ServerMode.values(), ServerMode::code))
                .byteIn(ConfigureDecoder.shardEncodingOffset(), 0, ObjectId.MAX_SHARD)
                .longIn(ConfigureDecoder.payByDefaultMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.shipByDefaultMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.autoConfirmDefaultSecondsEncodingOffset(), 0, LARGEST)
                .longIn(ConfigureDecoder.idempotencyRetentionMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeOpenMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeRejectedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeReturnAgreedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeReturnShippedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeEscalatedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.awardWithoutApprovalEncodingOffset(), 0, LARGEST);
        configure
                .group(ConfigureDecoder.CurrenciesDecoder.sbeBlockLength())
                .shortIn(
                        ConfigureDecoder.CurrenciesDecoder.currencyEncodingOffset(),
                        1,
                        Settings.MAX_CURRENCY - 1)
                .byteIn(ConfigureDecoder.CurrenciesDecoder.exponentEncodingOffset(), 0, 18);
        configure
                .group(ConfigureDecoder.ChannelsDecoder.sbeBlockLength())
                .byteIn(ConfigureDecoder.ChannelsDecoder.channelEncodingOffset(), 1, 255)
                .longIn(
                        ConfigureDecoder.ChannelsDecoder.visibilityWindowMsEncodingOffset(),
                        0,
                        FURTHEST_MS);
        configure
                .group(ConfigureDecoder.LadderDecoder.sbeBlockLength(), 1)
                .longIn(ConfigureDecoder.LadderDecoder.delayMsEncodingOffset(), 0, FURTHEST_MS);
        configure.withText();
        form(CreateKeyDecoder.TEMPLATE_ID, CreateKeyDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(CreateKeyDecoder.roleEncodingOffset(), ROLES);
        form(RevokeKeyDecoder.TEMPLATE_ID, RevokeKeyDecoder.BLOCK_LENGTH);
        form(CreateAccountDecoder.TEMPLATE_ID, CreateAccountDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        CreateAccountDecoder.typeEncodingOffset(),
                        codes(AccountType.values(), AccountType::code))
                .flag(CreateAccountDecoder.hasBankAccountEncodingOffset());
        form(UpdateAccountDecoder.TEMPLATE_ID, UpdateAccountDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .flag(UpdateAccountDecoder.hasBankAccountEncodingOffset());
        form(AddChargebackEvidenceDecoder.TEMPLATE_ID, AddChargebackEvidenceDecoder.BLOCK_LENGTH)
                .withText();
        form(AcceptChargebackDecoder.TEMPLATE_ID, AcceptChargebackDecoder.BLOCK_LENGTH);
        form(SetReserveDecoder.TEMPLATE_ID, SetReserveDecoder.BLOCK_LENGTH)
                .root()
                .shortIn(SetReserveDecoder.bpsEncodingOffset(), 0, Amounts.BPS_WHOLE)
                .shortIn(SetReserveDecoder.daysEncodingOffset(), 0, MOST_RESERVE_DAYS);
        form(SetPricingDecoder.TEMPLATE_ID, SetPricingDecoder.BLOCK_LENGTH)
                .root()
                .code(SetPricingDecoder.feeKindEncodingOffset(), SHARE_KINDS)
                .longIn(SetPricingDecoder.feeValueEncodingOffset(), 0, LARGEST)
                .longIn(SetPricingDecoder.feeMinEncodingOffset(), 0, LARGEST)
                .longIn(SetPricingDecoder.feeMaxEncodingOffset(), 0, LARGEST);
    }
}
