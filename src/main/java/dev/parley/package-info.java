/** Parley: cyber-risk decisions that a CIO and a CISO take together. */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
