package org.shuqi.decision.fact;

/** What is kept by what it is about. */
record Shelves(
        Shelf<Norm> normsByAsset,
        Shelf<Norm> normsByParty,
        Shelf<Norm> mandatesByParty,
        Shelf<Grant> grantsByAsset,
        Shelf<Grant> grantsByParty,
        Shelf<Evidence> evidence,
        Shelf<Designation> designations,
        Links owners,
        Links members,
        Codebook organisationCodes,
        Codebook datasetCodes) {

    Shelves withEntries(Links itemOwners, Codebook entryCodes) {
        return new Shelves(
                normsByAsset,
                normsByParty,
                mandatesByParty,
                grantsByAsset,
                grantsByParty,
                evidence,
                designations,
                itemOwners,
                members,
                organisationCodes,
                entryCodes);
    }
}
