package io.clearhold.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code GET /docs}: the contract to read and to try, all of it from the jar. */
final class Documentation {
    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String OWN = "/io/clearhold/gateway/page/";

    private Documentation() {}

    /** The page that shows {@code /openapi.json}. */
    static Operation.Local index() {
        return new Page(new Asset(OWN + "docs.html", MediaType.HTML));
    }

    /** Every code of a problem document; {@code type} of each leads here. */
    static Operation.Local errors() {
        byte[] page = errorPage().getBytes(UTF_8);
        return new Fixed(page);
    }

    /** What the page loads. */
    static Operation.Local assets() {
        Map<String, Asset> assets = new HashMap<>();
        assets.put(
                "swagger-ui-bundle.js",
                new Asset(SWAGGER + "swagger-ui-bundle.js", MediaType.JAVASCRIPT));
        assets.put("swagger-ui.css", new Asset(SWAGGER + "swagger-ui.css", MediaType.CSS));
        assets.put("favicon-32x32.png", new Asset(SWAGGER + "favicon-32x32.png", MediaType.PNG));
        assets.put("docs.js", new Asset(OWN + "docs.js", MediaType.JAVASCRIPT));
        return new Assets(assets);
    }

    private static String errorPage() {
        Map<String, String> rows = new TreeMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            rows.put(code.code(), row(code.code(), code.httpStatus(), code.detail()));
        }
        for (ResultCode code : ResultCode.values()) {
            if (code != ResultCode.OK) {
                rows.put(code.code(), row(code.code(), code.httpStatus(), code.detail(0, 0)));
            }
        }
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Clearhold:"
                + " errors</title></head><body><h1>Errors</h1><table><tr><th>code<th>status<th>"
                + "meaning</tr>"
                + String.join("", rows.values())
                + "</table></body></html>\n";
    }

    private static String row(String code, int status, String detail) {
        String text = detail.replace("&", "&amp;").replace("<", "&lt;");
        return "<tr id=\"" + code + "\"><td>" + code + "<td>" + status + "<td>" + text + "</tr>";
    }

    /** A file in a jar, read when it is first asked for. */
    private static final class Asset {
        private final String resource;
        private final MediaType type;
        private byte @Nullable [] bytes;

        Asset(String resource, MediaType type) {
            this.resource = resource;
            this.type = type;
        }

        synchronized byte[] bytes() {
            byte[] present = bytes;
            if (present == null) {
                present = read();
                bytes = present;
            }
            return present;
        }

        MediaType type() {
            return type;
        }

        private byte[] read() {
            try (InputStream stream = Documentation.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException(resource + " is not on the class path");
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Page(Asset asset) implements Operation.Local {
        @Override
        public void answer(Request request, Answer answer) {
            answer.fixed(200, asset.type(), asset.bytes());
        }
    }

    private static final class Fixed implements Operation.Local {
        private final byte[] page;

        Fixed(byte[] page) {
            this.page = page;
        }

        @Override
        public void answer(Request request, Answer answer) {
            answer.fixed(200, MediaType.HTML, page);
        }
    }

    private record Assets(Map<String, Asset> assets) implements Operation.Local {
        @Override
        public void answer(Request request, Answer answer) {
            Asset asset = assets.get(request.pathParameter());
            if (asset == null) {
                throw RequestRefused.of(ProblemCode.NOT_FOUND);
            }
            answer.fixed(200, asset.type(), asset.bytes());
        }
    }
}
