/** The rules that a run's result must keep before readers see it. */
package io.marquee.ingest.verification;
