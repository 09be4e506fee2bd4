package io.clearhold.gateway.console;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.KeyProof;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.render.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who gets in: people with a key of the operator's staff or of an auditor. */
final class Gate {
    /** Pages of the console; a login leads back to nothing else. */
    private static final Pattern PAGE =
            Pattern.compile("/console(/[A-Za-z0-9_-]+){0,2}(\\?[A-Za-z0-9_=&%.+*-]*)?");

    private final KeyProof proof;
    private final SessionTable sessions;
    private final SessionCookie cookie;
    private final SameOrigin sameOrigin;

    Gate(KeyProof proof, SessionTable sessions, String publicBaseUrl) {
        this.proof = proof;
        this.sessions = sessions;
        this.cookie = new SessionCookie(publicBaseUrl);
        this.sameOrigin = new SameOrigin(publicBaseUrl);
    }

    /** The session of a request, if it has one and its key is valid still. */
    Optional<Session> session(Request request) throws InterruptedException {
        Optional<Session> found = sessions.find(SessionCookie.read(request));
        if (found.isPresent() && !proof.isValid(found.get().shown())) {
            sessions.end(found.get().id());
            return Optional.empty();
        }
        return found;
    }

    /** Begins a session for who shows a key, if that is one of those that may. */
    boolean login(Request request, String secret, Answer answer) throws InterruptedException {
        Optional<KeyProof.Shown> shown = proof.prove(secret);
        if (shown.isEmpty() || !mayEnter(shown.get().key().role())) {
            return false;
        }
        // A session that the browser had is another person's, or this one's before.
        sessions.end(SessionCookie.read(request));
        answer.cookie(cookie.begin(request, sessions.begin(shown.get())));
        return true;
    }

    void logout(Request request, Answer answer) {
        sessions.end(SessionCookie.read(request));
        answer.cookie(cookie.end(request));
    }

    /** Whether a form comes from a page of our own. */
    boolean isOwnForm(Request request) {
        return sameOrigin.holds(request);
    }

    /** The page of the console that an address is, else the first one. */
    static String pageOrHome(String address) {
        boolean page =
                PAGE.matcher(address).matches()
                        && !address.startsWith(Addresses.LOGIN)
                        && !address.startsWith(Addresses.LOGOUT);
        return page ? address : Addresses.HOME;
    }

    private static boolean mayEnter(Role role) {
        return role == Role.OPERATOR || role == Role.AUDITOR;
    }
}
