package io.clearhold.gateway.console;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.gateway.auth.Credential;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every page has around its content. */
final class Layout {
    private static final Map<String, String> SECTIONS = sections();

    private Layout() {}

    /** A page for somebody who is in. */
    static byte[] page(String title, Credential.ApiKey caller, String path, Html content) {
        Html page = head(title);
        page.open("body").element("a", "To the content", "class", "skip", "href", "#content");
        page.open("header").open("div", "class", "bar");
        page.element("a", "Clearhold", "class", "brand", "href", Addresses.HOME);
        search(page);
        page.open("form", "method", "post", "action", Addresses.LOGOUT, "class", "who");
        page.element("span", caller.role().label())
                .text(" ")
                .element("code", ObjectId.toText(IdKind.KEY, caller.keyId()))
                .text(" ");
        page.element("button", "Log out", "type", "submit").close().close();
        page.open("nav", "aria-label", "Sections").open("ul");
        for (Map.Entry<String, String> section : SECTIONS.entrySet()) {
            boolean here =
                    path.equals(section.getKey())
                            || (!section.getKey().equals(Addresses.HOME)
                                    && path.startsWith(section.getKey() + "/"));
            page.open("li");
            if (here) {
                page.element(
                        "a", section.getValue(), "href", section.getKey(), "aria-current", "page");
            } else {
                page.link(section.getKey(), section.getValue());
            }
            page.close();
        }
        page.close().close().close();
        page.open("main", "id", "content").element("h1", title).include(content).close();
        return page.close().close().toPage();
    }

    /** A page for who is not in. */
    static byte[] plain(String title, Html content) {
        Html page = head(title);
        page.open("body", "class", "plain-page").open("main", "id", "content");
        page.element("h1", title).include(content).close();
        return page.close().close().toPage();
    }

    private static Html head(String title) {
        Html page = new Html();
        page.open("html", "lang", "en").open("head");
        page.single("meta", "charset", "utf-8");
        page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.single("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title + " · Clearhold");
        page.single("link", "rel", "stylesheet", "href", "/console/console.css");
        page.single("link", "rel", "icon", "type", "image/png", "href", "/docs/favicon-32x32.png");
        return page.close();
    }

    private static void search(Html page) {
        page.open("form", "method", "get", "action", Addresses.SEARCH, "role", "search");
        page.single(
                "input",
                "type",
                "search",
                "name",
                "q",
                "maxlength",
                "200",
                "aria-label",
                "Search by id, reference or name",
                "placeholder",
                "id, reference or name");
        page.element("button", "Search", "type", "submit").close();
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put(Addresses.HOME, "Overview");
        sections.put("/console/payments", "Payments");
        sections.put("/console/refunds", "Refunds");
        sections.put("/console/payouts", "Payouts");
        sections.put("/console/accounts", "Accounts");
        sections.put("/console/breaks", "Breaks");
        sections.put("/console/statements", "Statements");
        sections.put("/console/days", "Days");
        sections.put("/console/settlements", "Settlements");
        return sections;
    }
}
