/**
 * Who somebody is, what each office may do, and which duties never meet in one person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "settings", "database" })
package dev.parley.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
