package org.shuqi.web.cases;

import org.shuqi.paper.Paper;

/**
 * The paper of an agreement.
 *
 * @param id under which the agreement stands in addresses
 * @param paper what is printed
 */
public record PrintPage(String id, Paper paper) {}
