package io.clearhold.core.view;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of events that the event list shows and that an endpoint can ask for. A test holds the
 * projection's names to it.
 */
public final class EventTypes {
    /** Stands for everything, alone or behind the kind and a dot. */
    public static final String ANY = "*";

    /** What an endpoint is sent without asking for it, and nobody else. */
    public static final String PING = "webhook_endpoint.ping";

    /** Asks for events once more; it is sent to nobody. */
    public static final String REPLAY = "webhook_endpoint.replay";

    private static final String ENDPOINTS = "webhook_endpoint";

    private static final Set<String> KNOWN =
            List.of(
                            kind("payment", "created pending declined held shipped extended"),
                            kind("payment", "released refunded canceled expired close_requested"),
                            kind("payment", "ship_by_passed collection_unmatched updated"),
                            kind("payment", "milestones_agreed milestones_held milestone_shipped"),
                            kind("payment", "milestone_released milestone_refunded"),
                            kind("payment", "milestone_returned milestone_frozen"),
                            kind("payment", "milestone_thawed milestone_extended"),
                            kind("payment_link", "created updated deactivated used"),
                            kind("refund", "created succeeded failed"),
                            kind("dispute", "created opened rejected escalated return_agreed"),
                            kind("dispute", "return_shipped accepted resolved withdrawn"),
                            kind("dispute", "evidence_added updated shrunk overdue"),
                            kind("chargeback", "created opened evidence_added accepted won lost"),
                            kind("payout", "created submitted unknown paid failed returned"),
                            kind("topup", "created pending succeeded failed declined"),
                            kind("topup", "collection_unmatched"),
                            kind("transfer", "created"),
                            kind("account", "created updated pricing_set frozen unfrozen closed"),
                            kind(
                                    "account",
                                    "limits_set reserve_set reserve_released payout_schedule_set"),
                            kind("approval", "proposed approved rejected expired failed"),
                            kind("ledger", "adjusted adjustment_undone adjustment_unmatched"),
                            kind("risk", "decided"),
                            kind("settlement", "ready"),
                            kind("break", "opened assigned resolved reopened"),
                            kind("safeguarding", "shortfall restored"),
                            kind(ENDPOINTS, "created updated secret_rotated deleted disabled"),
                            kind(ENDPOINTS, "ping replay"))
                    .stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> KINDS =
            KNOWN.stream().map(EventTypes::kindOf).collect(Collectors.toUnmodifiableSet());

    private EventTypes() {}

    /** Whether a name is one of these. */
    public static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }

    /** Whether an endpoint can ask for it: a type, all of a kind, or everything. */
    public static boolean isPattern(String pattern) {
        if (pattern.equals(ANY)) {
            return true;
        }
        boolean whole = pattern.endsWith("." + ANY);
        String kind = whole ? pattern.substring(0, pattern.length() - 2) : kindOf(pattern);
        return !kind.equals(ENDPOINTS) && (whole ? KINDS.contains(kind) : isKnown(pattern));
    }

    /** Whether a type is among what a pattern asks for; changes of endpoints never are. */
    public static boolean matches(String pattern, String type) {
        if (kindOf(type).equals(ENDPOINTS)) {
            return false;
        }
        return pattern.endsWith(ANY)
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }

    private static String kindOf(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    private static List<String> kind(String name, String steps) {
        return List.of(steps.split(" ", -1)).stream().map(step -> name + "." + step).toList();
    }
}
