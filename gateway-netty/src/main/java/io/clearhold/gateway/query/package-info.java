/**
 * The part of a request target behind the question mark: declared, checked and typed like a body.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.query;
