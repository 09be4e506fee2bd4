/** Small JSON objects in files and on the admin socket. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.json;
