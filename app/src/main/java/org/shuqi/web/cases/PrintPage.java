package org.shuqi.web.cases;

import org.shuqi.paper.Paper;

/**
 * The paper of an agreement.
 *
 * @param address of the page of the agreement
 * @param paper what is printed
 */
public record PrintPage(String address, Paper paper) {}
