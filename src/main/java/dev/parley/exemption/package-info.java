/** The life of an exemption: attestations, review, renewal, revocation, expiry. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "engine", "submission", "notice", "database" })
package dev.parley.exemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
