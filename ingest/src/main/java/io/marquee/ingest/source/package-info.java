/** Where films and pages come from: opening, unpacking, fingerprints. */
package io.marquee.ingest.source;
