/** The cases that a first start of the profile demo plays. */
@NullMarked
@ApplicationModule(allowedDependencies = { "database", "decision", "engine", "exemption", "identity", "intake", "kev",
		"register", "submission" })
package dev.parley.demo;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
