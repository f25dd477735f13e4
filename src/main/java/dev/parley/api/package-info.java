/**
 * What systems call: raising a risk, reading the register, the description of all calls
 * and the words in which they are refused. What changes a case belongs to the capability
 * that does it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "submission", "engine" })
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
