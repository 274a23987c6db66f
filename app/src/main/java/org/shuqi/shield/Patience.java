package org.shuqi.shield;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long a connection may keep the service waiting, and how many there may be; an operator sets it under
 * {@code shuqi.wire}.
 *
 * @param head from the first byte of a request until all its headers are there
 * @param body from the headers until the whole body is there; for each {@code bytesPerSecond} received a second more
 * @param bytesPerSecond slowest body
 * @param idle between a response and the next request
 * @param stalled how long a client may take nothing of a response
 * @param look how often connections are looked at
 * @param connections most of them
 * @param perAddress most of them from one address
 */
@ConfigurationProperties("shuqi.wire")
record Patience(
        @Bindable(defaultValue = "PT15S") Duration head,
        @Bindable(defaultValue = "PT30S") Duration body,
        @Bindable(defaultValue = "16384") long bytesPerSecond,
        @Bindable(defaultValue = "PT2M") Duration idle,
        @Bindable(defaultValue = "PT1M") Duration stalled,
        @Bindable(defaultValue = "PT2S") Duration look,
        @Bindable(defaultValue = "10000") int connections,
        @Bindable(defaultValue = "2000") int perAddress) {}
