package org.shuqi.review;

import java.util.List;

/**
 * One thread of what a permission grants: from one provider to one party over one dataset. What a question needs.
 *
 * @param claim the permission
 * @param provider who gives
 * @param party who receives, as the permission names it
 * @param recipients the organisations that this stands for, itself first
 * @param dataset the dataset
 * @param items the items granted; empty for all, or if the dataset is unknown
 * @param purposes the purposes it may be used for, the named ones first
 * @param methods the methods it may be used by
 * @param complete whether these are all recipients and all purposes
 */
record Strand(
        Claim claim,
        String provider,
        String party,
        List<String> recipients,
        String dataset,
        List<String> items,
        List<String> purposes,
        List<String> methods,
        boolean complete) {}
