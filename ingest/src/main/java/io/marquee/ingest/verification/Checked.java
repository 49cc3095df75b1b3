package io.marquee.ingest.verification;

import java.util.Optional;

/**
 * What came of a rule.
 *
 * @param rule its name
 * @param finding what is wrong; empty if the rule holds
 */
public record Checked(String rule, Optional<String> finding) {}
