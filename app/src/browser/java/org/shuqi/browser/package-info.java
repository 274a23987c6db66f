/** The pages as people use them: a real browser before the demo city, with somebody signed in. */
package org.shuqi.browser;
