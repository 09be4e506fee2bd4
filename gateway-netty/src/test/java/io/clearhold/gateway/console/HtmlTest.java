package io.clearhold.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void shouldShowMarkupAsText() {
        assertThat(new Html().element("p", "<script>alert('1' & \"2\")</script>"))
                .hasToString(
                        "<p>&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;</p>");
    }

    @Test
    void shouldKeepAValueInItsAttribute() {
        assertThat(new Html().single("input", "value", "\" autofocus onfocus=\"x"))
                .hasToString("<input value=\"&quot; autofocus onfocus=&quot;x\">");
    }

    @Test
    void shouldShowCharactersThatDeceiveAsSuch() {
        assertThat(new Html().text("a\u202eb\u0000c\nd")).hasToString("a\ufffdb\ufffdc\nd");
    }

    @Test
    void shouldLeadNowhereElse() {
        for (String address :
                new String[] {
                    "https://elsewhere.example",
                    "//elsewhere.example",
                    "javascript:alert(1)",
                    "/\\x"
                }) {
            assertThatThrownBy(() -> new Html().link(address, "x"))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldRefuseNamesThatAreNone() {
        assertThatThrownBy(() -> new Html().open("p onclick=x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseToBeDoneWithOpenElements() {
        Html page = new Html().open("p");
        assertThatThrownBy(page::toPage).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Html().include(page))
                .isInstanceOf(IllegalStateException.class);
    }
}
