/**
 * The PostgreSQL database: its schema, its two roles, and the embedded server of the
 * profile demo.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.parley.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
