package io.clearhold.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookClientTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final WebhookSettings SETTINGS = settings(15_000);

    @TempDir private Path folder;

    @Test
    void shouldTrustOnlyACertificateThatNamesTheHost() throws Exception {
        KeyStore keys = certificateFor("localhost");
        HttpsServer server = HttpsServer.create(anyPort(), 1);
        server.setHttpsConfigurator(new HttpsConfigurator(serverContext(keys)));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        String port = ":" + server.getAddress().getPort() + "/";
        X509Certificate certificate = (X509Certificate) keys.getCertificate("receiver");
        SslContext trusting = SslContextBuilder.forClient().trustManager(certificate).build();
        try (WebhookClient client = new WebhookClient(SETTINGS, trusting)) {
            assertThat(send(client, "https://localhost" + port))
                    .isInstanceOfSatisfying(
                            Attempt.Answered.class,
                            answer -> assertThat(answer.status()).isEqualTo(204));
            assertThat(why(send(client, "https://127.0.0.1" + port)))
                    .isEqualTo("the TLS handshake failed");
        }
        try (WebhookClient client =
                new WebhookClient(SETTINGS, SslContextBuilder.forClient().build())) {
            assertThat(why(send(client, "https://localhost" + port)))
                    .isEqualTo("the TLS handshake failed");
        }
        server.stop(0);
    }

    @Test
    void shouldJudgeTheAddressThatANameLeadsToWhenItConnects() throws Exception {
        WebhookSettings production =
                new WebhookSettings(false, 1, 1, 5_000, 0, 1, 1, 1, 1, 1, 1, 1, 1);
        try (WebhookClient client = new WebhookClient(production, plain())) {
            EndpointUrl url = new EndpointUrl(false, "localhost", 1, "localhost:1", "/");
            assertThat(why(client.send(request(url))))
                    .isEqualTo("its address is private or reserved");
        }
    }

    @Test
    void shouldSayWhyThereWasNoAnswer() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (WebhookClient client = new WebhookClient(settings(300), plain())) {
            assertThat(why(send(client, "http://127.0.0.1:" + closed + "/")))
                    .isEqualTo("the connection was refused");
            assertThat(why(answered(client, "")))
                    .isEqualTo("the connection ended before an answer");
            assertThat(why(answered(client, "SSH-2.0-x\r\n\r\n")))
                    .isEqualTo("the answer is not HTTP");
            assertThat(why(sent(client, "HTTP/1.1 200 OK\r\n", 5_000)))
                    .startsWith("no answer within");
        }
    }

    @Test
    void shouldTakeTheAnswerAfterInterimOnesAndNotWaitForALongBody() throws Exception {
        try (WebhookClient client = new WebhookClient(settings(5_000), plain())) {
            Attempt interim =
                    answered(
                            client,
                            "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 202 OK\r\ncontent-length: 0\r\n\r\n");
            assertThat(interim.succeeded()).isTrue();
            Attempt endless =
                    sent(
                            client,
                            "HTTP/1.1 200 OK\r\ncontent-length: 999999\r\n\r\n" + "x".repeat(9_000),
                            4_000);
            assertThat(endless.succeeded()).isTrue();
            assertThat(endless.durationMs()).isLessThan(3_000);
        }
    }

    private static Attempt answered(WebhookClient client, String answer) throws Exception {
        return sent(client, answer, 0);
    }

    /** Sends to a receiver that says something, and ends the connection after a while. */
    private static Attempt sent(WebhookClient client, String answer, long holdMs) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread receiver = Thread.ofVirtual().start(() -> receive(listener, answer, holdMs));
            Attempt attempt = send(client, "http://127.0.0.1:" + listener.getLocalPort() + "/");
            receiver.interrupt();
            receiver.join(TimeUnit.SECONDS.toMillis(5));
            return attempt;
        }
    }

    private static void receive(ServerSocket listener, String answer, long holdMs) {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4_096];
            String request = "";
            while (!request.endsWith("{}")) {
                int count = in.read(buffer);
                request += new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            }
            OutputStream out = socket.getOutputStream();
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (holdMs > 0) {
                socket.setSoTimeout((int) holdMs);
                int _ = in.read();
            }
        } catch (IOException e) {
            // The client has gone: what it made of the answer is what the test looks at.
        }
    }

    private static Attempt send(WebhookClient client, String url) throws Exception {
        return client.send(request(EndpointUrl.parse(url, true)));
    }

    private static WebhookRequest request(EndpointUrl url) {
        return new WebhookRequest(url, "msg_1", 1, "v1,x", "{}");
    }

    private static String why(Attempt attempt) {
        return attempt instanceof Attempt.Unanswered(String text, long ms)
                ? text
                : "answered: " + attempt;
    }

    private static SslContext plain() throws Exception {
        return SslContextBuilder.forClient().build();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static WebhookSettings settings(long answerTimeoutMs) {
        return new WebhookSettings(true, 4, 4, answerTimeoutMs, 8_192, 10, 1, 1, 1, 1, 1, 500, 1);
    }

    /** A certificate that signs itself, made by the JDK's own tool. */
    private KeyStore certificateFor(String name) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "receiver",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=dns:" + name,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        tool.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(tool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD);
        }
        return keys;
    }

    private static SSLContext serverContext(KeyStore keys) throws Exception {
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
