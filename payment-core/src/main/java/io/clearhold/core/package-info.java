/**
 * The domain without a machine: money, ids, life cycles, posting rules, message layouts and the
 * ports between modules. It imports no other module, and every other module may import it.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.core;
