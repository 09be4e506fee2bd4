/** What is measured over HTTP: the real server as a child process, and its bare Netty peer. */
@NullMarked
package io.clearhold.bench.http;

import org.jspecify.annotations.NullMarked;
