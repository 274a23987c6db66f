package org.shuqi.proof;

import java.util.List;

/** Entries that are only ever added, numbered from 1, each with a hash that stands for it and all before it. */
public interface Chain {

    /** How many there are. */
    long size();

    /** The hashes behind the first so many, in hexadecimal; at most {@code limit}. */
    List<String> seals(long after, int limit);
}
