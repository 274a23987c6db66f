package org.shuqi.web;

import org.shuqi.problem.Text;

/**
 * A page that was written without a template.
 *
 * @param html what stands below the heading, with everything in it escaped
 */
public record PlainPage(Text title, String html) {}
