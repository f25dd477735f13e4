/** The treatment plan: actions that are done, and their effect that is verified. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "engine", "submission", "notice" })
package dev.parley.treatment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
