package io.clearhold.config.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Turns SIGTERM and SIGINT into an orderly end with exit code 0. A shutdown hook would not do: with
 * one the process ends with 143, and the hooks of libraries run at the same time as ours.
 */
final class TerminationSignals {
    /** What a process that was terminated by a signal exits with: 128 and the signal's number. */
    private static final int TERMINATED = 143;

    private final CountDownLatch signaled = new CountDownLatch(1);
    private volatile boolean awaited;

    private TerminationSignals() {}

    /** Takes the signals from here on. Before {@link #await} one ends the process at once. */
    static TerminationSignals take() {
        TerminationSignals signals = new TerminationSignals();
        signals.handle("TERM");
        signals.handle("INT");
        return signals;
    }

    /** Returns when a signal came. */
    void await() throws InterruptedException {
        awaited = true;
        signaled.await();
    }

    private void signal() {
        if (!awaited) {
            // A start can take long, and a crash at any moment of it is safe.
            System.err.println("clearhold: stopped while starting");
            Runtime.getRuntime().halt(TERMINATED);
        }
        signaled.countDown();
    }

    /**
     * By reflection, because javac warns of every mention of {@code sun.misc.Signal} and warnings
     * are errors here; the class itself is supported (module jdk.unsupported).
     */
    private void handle(String name) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            InvocationHandler invocation =
                    (proxy, method, arguments) -> {
                        if (method.getDeclaringClass() == Object.class) {
                            return method.getName().equals("hashCode") ? 0 : "signals";
                        }
                        signal();
                        return null;
                    };
            Object handler =
                    Proxy.newProxyInstance(
                            handlerType.getClassLoader(), new Class<?>[] {handlerType}, invocation);
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java platform cannot handle signals", e);
        }
    }
}
