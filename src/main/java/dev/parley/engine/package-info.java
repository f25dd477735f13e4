/** Sets up the process engine: models, guards, submissions, deadlines. */
@NullMarked
@ApplicationModule(allowedDependencies = { "database", "register", "identity", "submission" })
package dev.parley.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
