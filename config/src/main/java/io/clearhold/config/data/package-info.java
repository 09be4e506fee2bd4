/** The data folder: what lies where, who may use it, and the files that nobody else may read. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.data;
