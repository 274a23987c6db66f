/** Tells others what has happened: events from the log, webhooks, and a calendar of what is due. */
@NullMarked
package org.shuqi.notice;

import org.jspecify.annotations.NullMarked;
