package org.shuqi.signature;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What an operator says about the time-stamping authority.
 *
 * @param address where it takes requests (RFC 3161, section 3.4); plain http will do, for what it answers is signed
 * @param authorities PEM file with the certificates to one of which every token has to lead
 * @param policy object identifier of the policy to stamp under; the authority's own if absent
 * @param patience how long one answer may take, from the first attempt to connect to its last byte
 */
public record StampSettings(URI address, Path authorities, Optional<String> policy, Duration patience) {

    /**
     * Checks what was said.
     *
     * @throws Refusal UNUSABLE if the address or the policy is none
     */
    public StampSettings {
        if (!("https".equals(address.getScheme()) || "http".equals(address.getScheme())) || address.getHost() == null) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "时间戳机构地址 `%s` 不可用；请写 http 或 https 地址",
                    "the address `%s` of the time-stamping authority is of no use; give an http or https address",
                    address);
        }
        policy.filter(oid -> !oid.matches("[012](\\.(0|[1-9]\\d*)){1,20}")).ifPresent(oid -> {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "时间戳策略 `%s` 不是对象标识符；应如 1.2.3.4",
                    "the policy `%s` for time stamps is no object identifier; write it like 1.2.3.4",
                    oid);
        });
        if (patience.isNegative() || patience.isZero()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "等待时间戳的时长 `%s` 不可用；应如 PT10S",
                    "the patience `%s` with the authority is of no use; write it like PT10S",
                    patience);
        }
    }
}
