package org.shuqi.web.relations;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.shuqi.decision.Lists;

/**
 * What passes from one organisation to another.
 *
 * @param provider who gives
 * @param recipient who receives
 * @param datasets IRIs of what may pass
 * @param grants IRIs of the agreements and requests that it rests on
 * @param until when the passing of time alone first changes some of it
 */
record Pair(
        Lists.Named provider,
        Lists.Named recipient,
        Set<String> datasets,
        Set<String> grants,
        Optional<Instant> until) {}
