/**
 * Imports the catalog of known exploited vulnerabilities, and opens a case for each asset
 * of the inventory that one of them is found on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "submission", "engine", "notice" })
package dev.parley.kev;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
