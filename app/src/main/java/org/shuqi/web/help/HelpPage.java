package org.shuqi.web.help;

/**
 * The help page.
 *
 * @param version of the program
 */
public record HelpPage(String version) {}
