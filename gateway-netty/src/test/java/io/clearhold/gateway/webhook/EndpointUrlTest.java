package io.clearhold.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class EndpointUrlTest {
    private static final String REFUSED_EVERYWHERE =
            """
            ftp://shop.example/
            //shop.example/
            shop.example
            https:///path
            https://user:secret@shop.example/
            https://shop.example/#part
            https://shop.example:0/
            https://shop.example:70000/
            https://shop.example/a b
            https://sh%6Fp.example:443/
            https://10.0.0.1/
            https://172.16.5.4/
            https://192.168.1.1/
            https://169.254.169.254/latest/meta-data
            https://100.64.0.1/
            https://0.0.0.0/
            https://224.0.0.1/
            https://255.255.255.255/
            https://2130706433/
            https://127.1/
            https://0177.0.0.1/
            https://0x7f000001/
            https://[fc00::1]/
            https://[fe80::1]/
            https://[ff02::1]/
            https://[::]/
            https://[::ffff:10.0.0.1]/
            https://[::ffff:127.0.0.1]x/
            https://[64:ff9b::a00:1]/
            https://[2002:a00:1::]/
            """;

    @Test
    void shouldRefuseWhatIsNoAddressOfThePublicNet() {
        for (String url : REFUSED_EVERYWHERE.lines().toList()) {
            for (boolean sandbox : new boolean[] {true, false}) {
                assertThatThrownBy(() -> EndpointUrl.parse(url, sandbox))
                        .as(url)
                        .isInstanceOf(EndpointUrl.RefusedException.class);
            }
        }
    }

    @Test
    void shouldAllowPlainHttpAndLoopbackInTheSandboxAlone() throws Exception {
        for (String url :
                new String[] {
                    "http://shop.example/",
                    "http://127.0.0.1:9000/",
                    "https://localhost/",
                    "https://[::1]:8443/"
                }) {
            assertThat(EndpointUrl.parse(url, true).target()).isEqualTo("/");
            assertThatThrownBy(() -> EndpointUrl.parse(url, false))
                    .as(url)
                    .isInstanceOf(EndpointUrl.RefusedException.class);
        }
    }

    @Test
    void shouldKeepHostPortAndPathAsTheyWere() throws Exception {
        EndpointUrl url = EndpointUrl.parse("https://Shop.example:8443/a/b?c=d", false);
        assertThat(url)
                .isEqualTo(
                        new EndpointUrl(
                                true, "Shop.example", 8443, "Shop.example:8443", "/a/b?c=d"));
        assertThat(EndpointUrl.parse("https://shop.example", false).authority())
                .isEqualTo("shop.example");
        assertThat(EndpointUrl.parse("https://8.8.8.8/", false).port()).isEqualTo(443);
        assertThat(EndpointUrl.parse("https://[2606:4700::1111]/", false).host())
                .isEqualTo("2606:4700::1111");
    }

    @Test
    void shouldJudgeAddressesThatANameLeadsTo() throws UnknownHostException {
        assertThat(AddressRules.allows(InetAddress.getByName("93.184.216.34"), false)).isTrue();
        assertThat(AddressRules.allows(InetAddress.getByName("127.9.9.9"), false)).isFalse();
        assertThat(AddressRules.allows(InetAddress.getByName("127.9.9.9"), true)).isTrue();
        assertThat(AddressRules.allows(InetAddress.getByName("10.1.2.3"), true)).isFalse();
        assertThat(AddressRules.allows(InetAddress.getByName("::ffff:10.1.2.3"), true)).isFalse();
        assertThat(AddressRules.allows(InetAddress.getByName("fd00::1"), true)).isFalse();
    }
}
