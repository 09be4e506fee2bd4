package io.clearhold.config.admin;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.DataLock;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.settings.Settings;
import io.clearhold.gateway.auth.Secrets;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Function;

/** Finds out how the keys of a data folder are reached. */
public final class KeyAdministrations {
    private KeyAdministrations() {}

    /**
     * Runs one request: through the socket if a server has the folder, else on its journal, which
     * nobody else can open meanwhile.
     *
     * @throws KeyAdministration.RefusedException if the ledger or the server refuses
     */
    public static <T> T with(
            Settings settings,
            Map<String, String> environment,
            Function<KeyAdministration, T> request) {
        DataFolder folder = new DataFolder(settings.data());
        folder.create();
        DataLock lock;
        try {
            lock = DataLock.take(folder);
        } catch (StartRefusedException inUse) {
            if (Files.exists(folder.adminSocket())) {
                return request.apply(new SocketKeys(folder.adminSocket()));
            }
            throw inUse;
        }
        try (lock) {
            MasterKey masterKey = MasterKey.load(folder, settings.mode(), environment);
            try (OpenLedger ledger = OpenLedger.open(folder, settings, masterKey)) {
                return request.apply(
                        new LedgerKeys(ledger, new Secrets(masterKey.bytes()), key -> {}));
            }
        }
    }
}
