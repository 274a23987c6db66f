package org.shuqi.proof;

import java.util.List;

/** Where a tree finds its leaves. */
interface Leaves {

    /**
     * The hashes of the leaves from one number on, counted from zero.
     *
     * @param count how many there must be
     */
    List<byte[]> hashes(long from, int count);
}
