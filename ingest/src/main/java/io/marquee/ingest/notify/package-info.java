/** Tells people and programs how runs ended. */
package io.marquee.ingest.notify;
