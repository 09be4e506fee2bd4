package io.clearhold.gateway.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.view.MilestoneRow;
import io.clearhold.gateway.json.TextMembers;
import java.util.List;
import java.util.Map;

/** The texts that a row of the view brings along. Confined to one thread. */
final class RowTexts implements TextSource {
    private final TextMembers members = new TextMembers();
    private String text = "";

    /** The second text, if an object has two. */
    private String shipment = "";

    private long shippedAtMs;
    private List<MilestoneRow> milestones = List.of();

    /** The texts of an object that has more of them, by the frames that brought them. */
    private Map<Long, String> byFrame = Map.of();

    /** From now on the texts are these. */
    void row(String newText, String newShipment, long newShippedAtMs) {
        milestones = List.of();
        text = newText;
        shipment = newShipment;
        shippedAtMs = newShippedAtMs;
        byFrame = Map.of();
    }

    /** From now on each text is that of its frame. */
    void frames(Map<Long, String> newTexts) {
        row("", "", 0);
        byFrame = newTexts;
    }

    /** The shipments of these are found by their sequence. */
    void milestones(List<MilestoneRow> newMilestones) {
        milestones = newMilestones;
    }

    @Override
    public TextMembers at(long sequence) {
        return members(byFrame.getOrDefault(sequence, text));
    }

    @Override
    public TextMembers shipment(long sequence) {
        for (MilestoneRow milestone : milestones) {
            if (milestone.shipmentSequence() == sequence) {
                shippedAtMs = milestone.shippedAtMs();
                return members(milestone.shipment());
            }
        }
        return members(shipment);
    }

    @Override
    public TextMembers findings(long sequence) {
        return members(shipment);
    }

    @Override
    public long logTimeMs() {
        return shippedAtMs;
    }

    private TextMembers members(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return members.wrap(bytes, 0, bytes.length);
    }
}
