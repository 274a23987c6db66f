package org.shuqi.decision.fact;

import java.util.List;

/**
 * What a rule or a piece of evidence is about; an empty part matches everything.
 *
 * @param providers parties, collections or kinds of organisation
 * @param assets items, datasets, themes, catalogues, asset classes, categories or levels
 * @param recipients parties, collections or kinds of organisation
 * @param purposes purposes, each with all that is narrower
 * @param methods methods
 * @param subordinates whether the parties stand for the organisations below them too
 */
public record Scope(
        List<String> providers,
        List<String> assets,
        List<String> recipients,
        List<String> purposes,
        List<String> methods,
        boolean subordinates) {}
