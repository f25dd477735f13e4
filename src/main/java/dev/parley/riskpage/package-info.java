/** The register as people read it: its list, its heat map, its export, and each risk. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "submission", "engine", "api" })
package dev.parley.riskpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
