package org.shuqi.shield;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much of the service one caller may have; an operator sets it under {@code shuqi.rates}.
 *
 * <p>The operator's own key is not limited: who holds it can stop the service anyhow.
 *
 * @param requests per second and account, in the long run
 * @param burst requests that an account may make at once
 * @param openRequests per second and address of those who have not signed in, refused ones too
 * @param openBurst requests that such an address may make at once
 * @param signIn how many ordinary requests one attempt to sign in counts for: it costs a slow hash
 * @param share seconds of work per second that an account may cause in the long run; 2 keeps two cores busy
 * @param saved work that an account may have saved up, and cause at once
 * @param atOnce most queries that one account may have under way
 * @param streams most event streams that one account may listen to at once
 * @param callers most accounts and addresses that are remembered
 */
@ConfigurationProperties("shuqi.rates")
record Rates(
        @Bindable(defaultValue = "20000") int requests,
        @Bindable(defaultValue = "40000") int burst,
        @Bindable(defaultValue = "100") int openRequests,
        @Bindable(defaultValue = "1000") int openBurst,
        @Bindable(defaultValue = "20") int signIn,
        @Bindable(defaultValue = "1.0") double share,
        @Bindable(defaultValue = "PT2M") Duration saved,
        @Bindable(defaultValue = "4") int atOnce,
        @Bindable(defaultValue = "20") int streams,
        @Bindable(defaultValue = "100000") int callers) {}
