package io.clearhold.gateway.render;

import io.clearhold.gateway.json.TextMembers;

/** Where the texts of objects come from: the journal, or a row of the view. */
interface TextSource {
    /** The members of the text that came with a frame, valid until the next call. */
    TextMembers at(long sequence);

    /** The same of a shipment; then {@link #logTimeMs} is when that was. */
    TextMembers shipment(long sequence);

    /** The same of what was found in a statement. */
    TextMembers findings(long sequence);

    /** When the shipment was logged. */
    long logTimeMs();
}
