package org.shuqi.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/** One try of one browser to sign in; good for one answer of the provider. */
public final class Attempt {

    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    private Attempt() {}

    /** Begins one, with secrets of its own. */
    public static Attempt begin() {
        return new Attempt();
    }

    State state() {
        return state;
    }

    Nonce nonce() {
        return nonce;
    }

    CodeVerifier verifier() {
        return verifier;
    }
}
