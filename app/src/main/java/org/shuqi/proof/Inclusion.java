package org.shuqi.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that one entry is in the log that a checkpoint signs.
 *
 * @param revision the entry
 * @param seal its hash, which is the content of its leaf; in hexadecimal
 * @param size how many entries the checkpoint signs
 * @param root the root that the path leads to, in hexadecimal
 * @param path the hashes beside the way from the leaf up, in hexadecimal
 */
public record Inclusion(long revision, String seal, long size, String root, List<String> path) {

    public Inclusion {
        path = List.copyOf(path);
    }

    /** The proof as a tree of JSON. */
    public Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("proof", "inclusion");
        form.put("revision", revision);
        form.put("seal", seal);
        form.put("size", size);
        form.put("root", root);
        form.put("path", path);
        return form;
    }

    /** Whether the path leads from the entry to the root; that the root is right only its signed checkpoint says. */
    public boolean holds() {
        var bytes = Hex.all(path);
        var leaf = Hex.bytes(seal).map(Merkle::leaf);
        Optional<byte[]> end = Hex.bytes(root);
        return bytes.isPresent()
                && leaf.isPresent()
                && end.isPresent()
                && Paths.includes(revision - 1, size, leaf.get(), bytes.get(), end.get());
    }

    /** Whether it holds and its root is the one that was signed. */
    public boolean holds(Checkpoint signed) {
        return holds() && signed.size() == size && signed.root().equals(root);
    }
}
