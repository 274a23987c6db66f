package org.shuqi.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where files are kept that belong to one account alone: under a name that any account may have, whatever it is called. */
public final class AccountFolder {

    /** Enough of the digest that no two accounts share a folder. */
    private static final int BYTES = 16;

    private AccountFolder() {}

    /** The folder of the account in this one; it need not be there yet. */
    public static Path in(Path folder, String account) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
