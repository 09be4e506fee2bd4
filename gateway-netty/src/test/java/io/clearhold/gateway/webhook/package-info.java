@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.webhook;
