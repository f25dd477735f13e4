/** The operator's page: incidents, jobs, nodes, database, models, build; and the SBOM. */
@NullMarked
@ApplicationModule(allowedDependencies = { "settings", "database", "identity", "engine", "submission" })
package dev.parley.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
