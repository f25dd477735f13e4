/** Sets up the process engine: models, guards, submissions, deadlines, reminders. */
@NullMarked
@ApplicationModule(allowedDependencies = { "settings", "database", "register", "identity", "submission", "notice" })
package dev.parley.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
