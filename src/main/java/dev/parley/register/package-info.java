/** The risk register: assets, risks, cases, positions and decisions. */
@NullMarked
@ApplicationModule(allowedDependencies = { "submission", "identity", "database" })
package dev.parley.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
