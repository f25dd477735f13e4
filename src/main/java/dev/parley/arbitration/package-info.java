/** Both sides plead, the steering committee votes, and the ruling binds. */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "register", "identity", "submission", "engine", "notice", "database", "api" })
package dev.parley.arbitration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
