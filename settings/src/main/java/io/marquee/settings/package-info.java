/** What every command of Marquee shares: its settings from flags, environment and file, and errors a user can mend. */
package io.marquee.settings;
