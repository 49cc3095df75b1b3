/** Brings sources from elsewhere to this machine: resumed, checked, and only when they have changed. */
package io.marquee.ingest.fetch;
