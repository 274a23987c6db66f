package org.shuqi.web.catalog;

import org.shuqi.web.Said;

/**
 * Something with a name, and a page of its own if it has one.
 *
 * @param said its name
 * @param address of its page; empty if it has none
 */
public record Thing(Said said, String address) {}
