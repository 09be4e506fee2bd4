package io.clearhold.bench.http;

import io.clearhold.bench.load.AnswerCheck;
import io.clearhold.bench.load.LoadGenerator;
import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.load.RequestScript;
import io.clearhold.bench.load.RequestTemplate;
import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.process.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Closed-loop throughput of the {@link HelloServer}. */
public final class HelloMeasurement implements Measurement {
    private static final int OK = 200;
    private static final RequestScript REQUEST =
            RequestScript.of(
                    RequestTemplate.of("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                    AnswerCheck.ofStatus(OK));

    private final String name;
    private final int connections;
    private final int eventLoops;
    private final List<String> flags;

    /**
     * Describes it.
     *
     * @param eventLoops 0 for Netty's default
     */
    public HelloMeasurement(int connections, int eventLoops, List<String> flags) {
        this("hello", connections, eventLoops, flags);
    }

    /** The same under another name, where it runs in another suite. */
    public HelloMeasurement(String name, int connections, int eventLoops, List<String> flags) {
        this.name = name;
        this.connections = connections;
        this.eventLoops = eventLoops;
        this.flags = List.copyOf(flags);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(Workspace workspace) throws IOException {
        Path log = workspace.newFolder(name()).resolve("server.log");
        return new HelloSession(
                ChildJvm.start(
                        HelloServer.class.getName(),
                        flags,
                        List.of(Integer.toString(eventLoops)),
                        log));
    }

    private final class HelloSession implements Session {
        private final ChildJvm server;
        private final BufferedReader output;
        private final LoadGenerator generator;
        private long answered;

        HelloSession(ChildJvm server) throws IOException {
            this.server = server;
            this.output = server.output();
            int port = Integer.parseInt(read(HelloServer.LISTENING));
            generator =
                    new LoadGenerator(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                            REQUEST,
                            connections,
                            0);
        }

        @Override
        public Figures round(Duration duration) throws IOException {
            Duration cpuBefore = server.cpuTime();
            LoadResult result = generator.runClosedLoop(duration);
            answered += result.answered();
            return LoadFigures.of(result, server.cpuTime().minus(cpuBefore));
        }

        @Override
        public List<String> commands() {
            return List.of(server.commandLine());
        }

        /** Both sides must have counted the same. */
        @Override
        public void close() throws IOException {
            generator.close();
            server.input().close();
            long served = Long.parseLong(read(HelloServer.SERVED));
            server.close();
            if (served != answered) {
                throw new InvalidMeasurementException(
                        "the server counts " + served + " answers, the generator " + answered);
            }
        }

        private String read(String beginning) throws IOException {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
            throw server.failure("the hello server ended");
        }
    }
}
