/** What can be set: which settings there are, and how a wrong one is refused. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.parley.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
