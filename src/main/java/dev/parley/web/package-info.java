/** The pages that everybody shares: layout, sign-in, start page, errors. */
@NullMarked
@ApplicationModule(allowedDependencies = { "register", "identity", "engine", "submission", "notice" })
package dev.parley.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
