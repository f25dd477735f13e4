/**
 * The figures that measure the whole: API, metrics, page. It reads, and nobody needs it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "settings", "register", "identity", "submission" })
package dev.parley.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
