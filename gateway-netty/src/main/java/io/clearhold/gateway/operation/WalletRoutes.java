package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PLATFORM;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.List;
import java.util.Set;

/** The rows of the route table about transfers, top-ups and whether an account may move money. */
final class WalletRoutes {
    private static final Set<Role> KEYS = Set.of(PLATFORM, ACCOUNT, OPERATOR);
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);
    private static final Set<Role> STAFF = Set.of(OPERATOR);
    private static final String ONE_ACCOUNT = "/v1/accounts/{account}";

    private WalletRoutes() {}

    static List<Route> of(GatewayParts parts, ViewAccess views) {
        return List.of(
                write(
                        "createTransfer",
                        "/v1/transfers",
                        KEYS,
                        CreateTransfer.FIELDS,
                        new CreateTransfer()),
                read("listTransfers", "/v1/transfers", new ListTransfers(views)),
                read("getTransfer", "/v1/transfers/{transfer}", new GetObject(IdKind.TRANSFER)),
                write(
                        "createTopUp",
                        "/v1/topups",
                        KEYS,
                        CreateTopUp.FIELDS,
                        new CreateTopUp(parts.settings())),
                read("listTopUps", "/v1/topups", new ListTopUps(views)),
                read("getTopUp", "/v1/topups/{topup}", new GetObject(IdKind.TOPUP)),
                new Route(
                        "setPayoutSchedule",
                        "PUT",
                        ONE_ACCOUNT + "/payout_schedule",
                        Set.of(PLATFORM, OPERATOR),
                        new Route.Body.Json(SetPayoutSchedule.FIELDS),
                        new SetPayoutSchedule(parts.settings())),
                setLimits("setAccountLimits", ONE_ACCOUNT + "/limits", IdKind.ACCOUNT),
                read("getAccountLimits", ONE_ACCOUNT + "/limits", new GetLimits(IdKind.ACCOUNT)),
                setLimits("setKeyLimits", "/v1/keys/{key}/limits", IdKind.KEY),
                read("getKeyLimits", "/v1/keys/{key}/limits", new GetLimits(IdKind.KEY)),
                review("releasePayout", "/release", true),
                review("refusePayout", "/refuse", false),
                move("freezeAccount", "/freeze", AccountTrigger.FREEZE),
                move("unfreezeAccount", "/unfreeze", AccountTrigger.UNFREEZE),
                move("closeAccount", "/close", AccountTrigger.CLOSE));
    }

    private static Route setLimits(String name, String pattern, IdKind owner) {
        return new Route(
                name,
                "PUT",
                pattern,
                Set.of(PLATFORM, OPERATOR),
                new Route.Body.Json(SetLimits.FIELDS),
                new SetLimits(owner));
    }

    private static Route review(String name, String action, boolean released) {
        return write(
                name,
                "/v1/payouts/{payout}" + action,
                STAFF,
                MoveAccount.FIELDS,
                new ReviewPayout(released));
    }

    private static Route move(String name, String action, AccountTrigger trigger) {
        return write(
                name, ONE_ACCOUNT + action, STAFF, MoveAccount.FIELDS, new MoveAccount(trigger));
    }

    private static Route read(String name, String pattern, Operation operation) {
        return new Route(name, "GET", pattern, READERS, Route.IGNORED, operation);
    }

    private static Route write(
            String name, String pattern, Set<Role> roles, JsonFields fields, Operation operation) {
        return new Route(name, "POST", pattern, roles, new Route.Body.Json(fields), operation);
    }
}
