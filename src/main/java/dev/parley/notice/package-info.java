/** What people are told besides their tasks. */
@NullMarked
@ApplicationModule(allowedDependencies = { "identity" })
package dev.parley.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
