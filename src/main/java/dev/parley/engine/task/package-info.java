/** User tasks: their forms, who may submit, what is submitted, when it is due. */
@NullMarked
package dev.parley.engine.task;

import org.jspecify.annotations.NullMarked;
