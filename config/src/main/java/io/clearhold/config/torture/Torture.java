package io.clearhold.config.torture;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.json.JsonMembers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One campaign on real processes. */
public final class Torture {
    private static final int POWER_CUT_IN = 3;
    private static final int CHECKED_AFTER_A_CRASH = 40;
    private static final int CHECKED_AT_THE_END = 20_000;
    private static final Pattern HEAD =
            Pattern.compile("\"sequence\":\"(\\d+)\".*\"state_hash\":\"([0-9a-f]+)\"");

    private final TortureSettings settings;
    private final Consumer<String> tell;
    private final Random random;
    private final HttpClient http = HttpClient.newHttpClient();
    private final DataFolder data;
    private final Path output;
    private final int port;
    private final int bankPort;
    private final List<Answered> acknowledged = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int kills;
    private int powerCuts;
    private long retried;
    private long compared;
    private String apiKey = "";

    public Torture(TortureSettings settings, Consumer<String> tell) throws IOException {
        this.settings = settings;
        this.tell = tell;
        this.random = new Random(settings.seed());
        this.data = new DataFolder(settings.folder().resolve("data"));
        this.output = settings.folder().resolve("server.out");
        this.port = freePort();
        this.bankPort = freePort();
        Files.createDirectories(settings.folder());
    }

    /**
     * What came of it.
     *
     * @param retried requests that had to be asked again before their outcome was known
     * @param compared answers that were asked for once more and compared byte for byte
     * @param broken promises that did not hold, one sentence each
     */
    public record Verdict(
            int kills,
            int powerCuts,
            int acknowledged,
            long retried,
            long compared,
            List<String> broken) {}

    /** Runs the campaign and the check. */
    public Verdict run() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.seconds());
        ServerProcess server = start();
        try {
            JsonMembers keys = JsonMembers.parse(Files.readString(data.sandboxKeys()));
            apiKey = keys.get("platform_key");
            int round = 0;
            while (broken.isEmpty() && (System.nanoTime() < end || round == 0)) {
                List<TortureClient> clients = load(server, keys.get("merchant_account"), round++);
                server = crash(server);
                List<Answered> recent = stop(clients);
                compare(server, sample(recent));
            }
            compare(server, lastOf(acknowledged, CHECKED_AT_THE_END));
            checkAtRest(server);
        } finally {
            server.kill();
        }
        return new Verdict(
                kills, powerCuts, acknowledged.size(), retried, compared, List.copyOf(broken));
    }

    private ServerProcess start() throws IOException, InterruptedException {
        ServerProcess server =
                ServerProcess.start(data.root(), port, bankPort, settings.view(), output);
        server.awaitReady(http);
        return server;
    }

    /** Some seconds of load; the clients go on asking while the server is away. */
    private List<TortureClient> load(ServerProcess server, String merchant, int round)
            throws InterruptedException {
        List<TortureClient> clients = new ArrayList<>();
        for (int i = 0; i < settings.clients(); i++) {
            TortureClient client =
                    new TortureClient(
                            http,
                            server.url(),
                            apiKey,
                            merchant,
                            "t" + settings.seed() + "-" + round + "-" + i,
                            random.nextLong());
            clients.add(client);
            threads.add(Thread.ofVirtual().start(client));
        }
        TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2_500));
        return clients;
    }

    private ServerProcess crash(ServerProcess server) throws IOException, InterruptedException {
        server.kill();
        if (random.nextInt(POWER_CUT_IN) == 0) {
            powerCuts++;
            tell.accept(
                    "power cut " + powerCuts + ": " + new PowerCut(data.journal(), random).make());
        } else {
            kills++;
            tell.accept("kill " + kills);
        }
        ServerProcess next = start();
        // What was under way is asked again and has to come to one outcome.
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(700));
        return next;
    }

    private List<Answered> stop(List<TortureClient> clients) throws InterruptedException {
        clients.forEach(TortureClient::stop);
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        List<Answered> recent = new ArrayList<>();
        for (TortureClient client : clients) {
            recent.addAll(client.answered());
            retried += client.retried();
        }
        acknowledged.addAll(recent);
        return recent;
    }

    /** The last ones, which the crash was nearest to, and some of any time. */
    private List<Answered> sample(List<Answered> recent) {
        List<Answered> sample = new ArrayList<>(lastOf(recent, CHECKED_AFTER_A_CRASH / 2));
        for (int i = 0; i < CHECKED_AFTER_A_CRASH / 2 && !acknowledged.isEmpty(); i++) {
            sample.add(acknowledged.get(random.nextInt(acknowledged.size())));
        }
        return sample;
    }

    private static List<Answered> lastOf(List<Answered> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private void compare(ServerProcess server, List<Answered> answers) throws InterruptedException {
        for (Answered first : answers) {
            HttpResponse<String> again =
                    TortureClient.send(http, server.url(), apiKey, first.ask());
            compared++;
            boolean checkedBefore = isRefusedBeforeTheLedger(first);
            boolean same =
                    again != null
                            && again.statusCode() == first.status()
                            && (checkedBefore || again.body().equals(first.body()));
            if (!same) {
                broken.add(
                        "I3: %s was answered %d %s, and then %s"
                                .formatted(
                                        first.ask(),
                                        first.status(),
                                        first.body(),
                                        again == null
                                                ? "not at all"
                                                : again.statusCode() + " " + again.body()));
            }
        }
    }

    /** Refused by the gateway alone: there is no frame, and each answer has its own request id. */
    private static boolean isRefusedBeforeTheLedger(Answered answer) {
        return answer.status() == 400 || answer.status() == 401;
    }

    private void checkAtRest(ServerProcess server) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + "/v1/ledger/head"))
                        .header("Authorization", "Bearer " + apiKey)
                        .build();
        String head = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher matcher = HEAD.matcher(head);
        if (!matcher.find()) {
            throw new TortureException("the head of the ledger is not to be read: " + head);
        }
        if (settings.view()) {
            int code =
                    ServerProcess.run(
                            output, "projection", "check", "--data", data.root().toString());
            if (code != 0) {
                broken.add("I6: the view differs from the journal, see " + output);
            }
        }
        if (!server.stop()) {
            broken.add("the server did not stop in order, see " + output);
        }
        broken.addAll(
                new TortureCheck(data).run(Long.parseLong(matcher.group(1)), matcher.group(2)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
