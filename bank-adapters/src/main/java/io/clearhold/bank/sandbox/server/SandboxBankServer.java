package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonUnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox bank as a server: a real socket, a folder of its own, and no knowledge of Clearhold
 * but the callback address and the shared secret. May be closed and started again, on the same
 * folder and port; what it knew and owed goes on.
 */
public final class SandboxBankServer implements AutoCloseable {
    /** Statements name an account by this and its currency. */
    public static final String ACCOUNT_PREFIX = "SANDBOX-";

    private static final Logger LOGGER = LoggerFactory.getLogger(SandboxBankServer.class);

    /** The answer that announces an outage is on its way for this long before the socket closes. */
    private static final long FAREWELL_MS = 50;

    /** Pause before the port is asked for again when something else took it meanwhile. */
    private static final long REBIND_PAUSE_MS = 500;

    private final SandboxBankSettings settings;
    private final Presence presence = new Presence();
    private final SandboxBank bank;
    private final CallbackSender callbacks;
    private final DueRunner runner;
    private final BankDoor door;
    private final Object listening = new Object();
    private BankListener listener;
    private @Nullable Thread outage;
    private boolean closed;

    private SandboxBankServer(SandboxBankSettings settings, InstantSource wallClock)
            throws IOException {
        this.settings = settings;
        bank = new SandboxBank(settings, wallClock);
        callbacks = new CallbackSender(settings, bank, presence, wallClock);
        runner = new DueRunner(bank, presence);
        InstructionDoor instructions = new InstructionDoor(settings, bank, wallClock);
        BooksDoor books = new BooksDoor(bank);
        StatementDoor statements = new StatementDoor(bank);
        ControlDoor control = new ControlDoor(settings.limits(), bank, this::leaveFor);
        door = request -> route(request, instructions, books, statements, control);
        try {
            listener = listen(settings.port());
        } catch (IOException e) {
            bank.close();
            throw e;
        }
    }

    /**
     * Reads the folder back, listens, and delivers what is owed.
     *
     * @throws IllegalStateException if another bank has the folder, or its journal is damaged
     */
    public static SandboxBankServer start(SandboxBankSettings settings) throws IOException {
        SandboxBankServer server = new SandboxBankServer(settings, InstantSource.system());
        server.bank.sendCallbacksTo(server.callbacks::send);
        server.callbacks.start();
        server.runner.start();
        LOGGER.info("the sandbox bank listens on {}", server.uri());
        return server;
    }

    /** Where it listens; the port stays the same through outages. */
    public URI uri() {
        return URI.create("http://" + settings.host() + ":" + port());
    }

    public int port() {
        synchronized (listening) {
            return listener.port();
        }
    }

    private BankListener listen(int port) throws IOException {
        return new BankListener(
                new InetSocketAddress(settings.host(), port), settings.limits(), presence, door);
    }

    private static BankAnswer route(
            BankRequest request,
            InstructionDoor instructions,
            BooksDoor books,
            StatementDoor statements,
            ControlDoor control)
            throws JsonUnreadableException, InterruptedException {
        String path = request.path();
        if (path.equals(InstructionDoor.PATH) || path.startsWith(InstructionDoor.PATH + "/")) {
            return instructions.answer(request);
        }
        return switch (path) {
            case BooksDoor.ACCOUNTS_PATH, BooksDoor.ENTRIES_PATH -> books.answer(request);
            case StatementDoor.PATH -> statements.answer(request);
            case ControlDoor.CLOCK_PATH, ControlDoor.OUTAGE_PATH -> control.answer(request);
            case "/healthz" -> BankAnswer.reply(200, "{\"status\":\"ok\"}");
            default -> BankAnswer.refusal(404, "not_found", "There is nothing here.");
        };
    }

    /** One outage at a time; another one asked for meanwhile cannot even be heard. */
    private void leaveFor(long ms) {
        synchronized (listening) {
            outage = Thread.ofVirtual().name("sandbox-bank-outage").start(() -> beAway(ms));
        }
    }

    private void beAway(long ms) {
        try {
            if (!presence.awaitTime(FAREWELL_MS)) {
                return;
            }
            presence.leave();
            int port = port();
            synchronized (listening) {
                listener.close();
            }
            LOGGER.info("the sandbox bank is away for {} ms", ms);
            if (presence.awaitTime(ms)) {
                comeBack(port);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void comeBack(int port) throws InterruptedException {
        while (!presence.isStopped()) {
            synchronized (listening) {
                if (closed) {
                    return;
                }
                try {
                    listener = listen(port);
                    presence.comeBack();
                    LOGGER.info("the sandbox bank is back");
                    return;
                } catch (IOException e) {
                    LOGGER.warn("the sandbox bank cannot listen on {} again yet", port, e);
                }
            }
            presence.awaitTime(REBIND_PAUSE_MS);
        }
    }

    @Override
    public void close() {
        presence.stop();
        BankListener last;
        synchronized (listening) {
            if (closed) {
                return;
            }
            closed = true;
            last = listener;
            last.close();
        }
        try {
            last.awaitHandlers(settings.limits().stopMs());
            runner.stop();
            callbacks.stop();
            Thread away = outage;
            if (away != null) {
                away.join(Duration.ofMillis(settings.limits().stopMs()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            bank.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox bank's journal did not close", e);
        }
    }
}
