/** The CISO challenges: asks, examines and judges, and never decides. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "submission" })
package dev.parley.challenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
