/** What a person submits: read, validated, refused with words. */
@NullMarked
@ApplicationModule(allowedDependencies = { "identity" })
package dev.parley.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
