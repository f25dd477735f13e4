/** What models, expressions and callers may not do, beneath every API of the engine. */
@NullMarked
package dev.parley.engine.guard;

import org.jspecify.annotations.NullMarked;
