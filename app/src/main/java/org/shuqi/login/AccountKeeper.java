package org.shuqi.login;

import jakarta.inject.Singleton;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.account.Accounts;

/** What is done about accounts that also ends who is signed in with them. */
@Singleton
public final class AccountKeeper {

    private final Accounts accounts;
    private final Sessions sessions;

    AccountKeeper(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Issues a one-time password, and signs out whoever used the account. */
    public String issuePassword(Node account, Caller by) {
        var password = accounts.issuePassword(account, by);
        sessions.endAll(account);
        return password;
    }

    /** Disables an account from now on, with all its keys and sessions. */
    public void disable(Node account, Caller by) {
        accounts.disable(account, by);
        sessions.endAll(account);
    }
}
