package org.shuqi.web.settings;

/**
 * Something that is shown once and never again.
 *
 * @param what it is, as the end of the key of its words
 * @param whose account
 * @param secret what is shown
 * @param back where to go on
 */
public record ShownPage(String what, String whose, String secret, String back) {}
