/**
 * The view of a running server, put together: its PostgreSQL, what fills it, what reads it, and who
 * looks after it. Nothing here stops or delays a payment.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.view;
