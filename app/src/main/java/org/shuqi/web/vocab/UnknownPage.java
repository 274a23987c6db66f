package org.shuqi.web.vocab;

import java.util.List;
import org.shuqi.web.vocab.VocabPage.Entry;

/**
 * A word that there is not.
 *
 * @param name what was asked for
 * @param nearest what comes nearest
 */
public record UnknownPage(String name, List<Entry> nearest) {}
