package org.shuqi.decision.fact;

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
public record Scope(Ids providers, Ids assets, Ids recipients, Ids purposes, Ids methods, boolean subordinates) {}
