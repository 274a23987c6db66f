package org.shuqi.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that the log of one checkpoint begins with that of an earlier one: nothing of it was changed, only added to.
 *
 * @param from how many entries the earlier one signs
 * @param to how many the later one signs
 * @param first root of the earlier one, in hexadecimal
 * @param second root of the later one, in hexadecimal
 * @param path the hashes from which both roots can be made, in hexadecimal
 */
public record Consistency(long from, long to, String first, String second, List<String> path) {

    public Consistency {
        path = List.copyOf(path);
    }

    /** The proof as a tree of JSON. */
    public Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("proof", "consistency");
        form.put("from", from);
        form.put("to", to);
        form.put("first", first);
        form.put("second", second);
        form.put("path", path);
        return form;
    }

    /** Whether both roots follow from the path; that they are right only their signed checkpoints say. */
    public boolean holds() {
        var bytes = Hex.all(path);
        var begin = Hex.bytes(first);
        var end = Hex.bytes(second);
        return bytes.isPresent()
                && begin.isPresent()
                && end.isPresent()
                && Paths.extend(from, begin.get(), to, end.get(), bytes.get());
    }

    /** Whether it holds between the two that were signed. */
    public boolean holds(Checkpoint earlier, Checkpoint later) {
        return holds()
                && earlier.size() == from
                && earlier.root().equals(first)
                && later.size() == to
                && later.root().equals(second);
    }
}
