/**
 * What changes under decisions: the class of an asset and the appetite, how that is
 * noticed, and that what it makes outdated is reviewed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "settings", "register", "identity", "submission", "engine" })
package dev.parley.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
