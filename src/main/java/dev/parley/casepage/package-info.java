/** The page of a case: where it stands, who said what, what comes next and by when. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "engine" })
package dev.parley.casepage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
