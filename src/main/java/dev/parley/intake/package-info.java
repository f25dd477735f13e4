/**
 * Takes in a risk: registers it, settles its asset and owner, and compares both
 * positions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "submission", "notice", "engine" })
package dev.parley.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
