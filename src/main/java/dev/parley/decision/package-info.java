/** The owner decides, security gives assurance, and the case is settled. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "submission", "engine", "notice" })
package dev.parley.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
