package io.clearhold.ledger.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code fallocate(2)}: takes disk blocks for a range of a file without changing what can be read
 * there, and without changing the file's length. Only Linux has it.
 */
final class FileAllocation implements AutoCloseable {
    private static final int READ_AND_WRITE = 2;
    private static final int KEEP_LENGTH = 1;
    private static final int NO_SPACE = 28;
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Optional<Calls> CALLS = calls();

    private final Calls calls;
    private final Path file;
    private final int descriptor;

    private record Calls(MethodHandle open, MethodHandle fallocate, MethodHandle close) {}

    /** The disk has no room for it; nothing is lost by trying again later. */
    static final class NoSpaceException extends IOException {
        private static final long serialVersionUID = 1L;

        NoSpaceException(Path file) {
            super("no room to preallocate " + file);
        }
    }

    private FileAllocation(Calls calls, Path file) throws IOException {
        this.calls = calls;
        this.file = file;
        this.descriptor = open();
    }

    /** Opens a file that exists; empty where the system has no such call. */
    static Optional<FileAllocation> of(Path file) throws IOException {
        return CALLS.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileAllocation(CALLS.get(), file));
    }

    /** Takes blocks for {@code length} bytes from {@code offset}; what has some keeps them. */
    void allocate(long offset, long length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int failed =
                    (int)
                            calls.fallocate()
                                    .invokeExact(state, descriptor, KEEP_LENGTH, offset, length);
            if (failed != 0) {
                throw failure("fallocate", (int) ERRNO.get(state, 0L));
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int failed = (int) calls.close().invokeExact(state, descriptor);
            if (failed != 0) {
                throw failure("close", (int) ERRNO.get(state, 0L));
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private int open() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment name = arena.allocateFrom(file.toString());
            int opened = (int) calls.open().invokeExact(state, name, READ_AND_WRITE);
            if (opened < 0) {
                throw failure("open", (int) ERRNO.get(state, 0L));
            }
            return opened;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private IOException failure(String call, int errno) {
        return errno == NO_SPACE
                ? new NoSpaceException(file)
                : new IOException(call + " of " + file + " failed with errno " + errno);
    }

    @SuppressWarnings("restricted") // the signatures below are those of the C library
    private static Optional<Calls> calls() {
        SymbolLookup system = LINKER.defaultLookup();
        Optional<MemorySegment> fallocate = system.find("fallocate");
        Optional<MemorySegment> open = system.find("open");
        Optional<MemorySegment> close = system.find("close");
        if (fallocate.isEmpty() || open.isEmpty() || close.isEmpty()) {
            return Optional.empty();
        }
        Linker.Option errno = Linker.Option.captureCallState("errno");
        ValueLayout.OfInt number = ValueLayout.JAVA_INT;
        ValueLayout.OfLong size = ValueLayout.JAVA_LONG;
        return Optional.of(
                new Calls(
                        LINKER.downcallHandle(
                                open.get(),
                                FunctionDescriptor.of(number, ValueLayout.ADDRESS, number),
                                errno,
                                Linker.Option.firstVariadicArg(2)),
                        LINKER.downcallHandle(
                                fallocate.get(),
                                FunctionDescriptor.of(number, number, number, size, size),
                                errno),
                        LINKER.downcallHandle(
                                close.get(), FunctionDescriptor.of(number, number), errno)));
    }
}
