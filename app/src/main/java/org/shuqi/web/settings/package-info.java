/** What the registry is set up with: accounts, appointments, keys, calendars, profiles. */
@NullMarked
package org.shuqi.web.settings;

import org.jspecify.annotations.NullMarked;
