/** Where a server spends its processor time, from the JDK's own flight recorder. */
@NullMarked
package io.clearhold.bench.profile;

import org.jspecify.annotations.NullMarked;
