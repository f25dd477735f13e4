/** Access to protected fields of the engine's commands. */
package org.camunda.bpm.engine.impl.cmd;
