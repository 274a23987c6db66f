package org.shuqi.openid;

/**
 * Whom a provider vouches for.
 *
 * @param issuer the provider
 * @param subject how it names them: the value of the claim that the operator chose
 */
public record Identity(String issuer, String subject) {}
