/** Four eyes: what one person proposes and another one decides. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.approval;
