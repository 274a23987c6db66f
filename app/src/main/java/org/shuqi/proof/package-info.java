/** Proves what is in the log: Merkle tree, signed checkpoints, proofs, and a verifier that needs only the log. */
@NullMarked
package org.shuqi.proof;

import org.jspecify.annotations.NullMarked;
