package org.shuqi.decision.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The records of which a country has few as bytes. */
final class RecordForms {

    /** What is true of the key, for a table in which that is all. */
    static final Form<Boolean> FLAG = new Form<>() {
        @Override
        public void write(int key, Boolean always, Writing to) {
            to.putBoolean(always);
        }

        @Override
        public Boolean read(int key, Reading from) {
            return from.getBoolean();
        }
    };

    /** How often something is so. */
    static final Form<Integer> COUNT = new Form<>() {
        @Override
        public void write(int key, Integer count, Writing to) {
            to.putInt(count);
        }

        @Override
        public Integer read(int key, Reading from) {
            return from.getInt();
        }
    };

    private final Parts parts;

    RecordForms(Parts parts) {
        this.parts = parts;
    }

    Form<Organisation> organisations() {
        return new Form<>() {
            @Override
            public void write(int key, Organisation organisation, Writing to) {
                to.putBoolean(organisation.real());
                parts.commonIds(organisation.kinds(), to);
                parts.commonIds(organisation.above(), to);
                parts.commonIds(organisation.collections(), to);
                parts.commonIds(organisation.clearances(), to);
                Parts.list(organisation.codes(), to, (code, into) -> into.putText(code));
                Parts.writeText(organisation.name(), to);
            }

            @Override
            public Organisation read(int key, Reading from) {
                boolean real = from.getBoolean();
                var kinds = parts.commonIds(from);
                var above = parts.commonIds(from);
                var collections = parts.commonIds(from);
                var clearances = parts.commonIds(from);
                var codes = Parts.list(from, Reading::getText);
                return new Organisation(key, real, kinds, above, collections, clearances, codes, Parts.readText(from));
            }
        };
    }

    Form<Concept> concepts() {
        return new Form<>() {
            @Override
            public void write(int key, Concept concept, Writing to) {
                parts.commonIds(concept.schemes(), to);
                Parts.writeIds(concept.broader(), to);
                to.putBoolean(concept.rank().isPresent());
                to.putSigned(concept.rank().orElse(0));
                Parts.writeText(concept.name(), to);
            }

            @Override
            public Concept read(int key, Reading from) {
                var schemes = parts.commonIds(from);
                var broader = Parts.readIds(from);
                boolean ranked = from.getBoolean();
                int rank = (int) from.getSigned();
                return new Concept(
                        key,
                        schemes,
                        broader,
                        ranked ? OptionalInt.of(rank) : OptionalInt.empty(),
                        Parts.readText(from));
            }
        };
    }

    Form<Basis> bases() {
        return new Form<>() {
            @Override
            public void write(int key, Basis basis, Writing to) {
                parts.commonIds(basis.ranks(), to);
                parts.span(basis.span(), to);
                Parts.writeText(basis.title(), to);
            }

            @Override
            public Basis read(int key, Reading from) {
                var ranks = parts.commonIds(from);
                var span = parts.span(from);
                return new Basis(key, ranks, span, Parts.readText(from));
            }
        };
    }

    Form<Catalogue> catalogues() {
        return new Form<>() {
            @Override
            public void write(int key, Catalogue catalogue, Writing to) {
                Parts.writeIds(catalogue.within(), to);
            }

            @Override
            public Catalogue read(int key, Reading from) {
                return new Catalogue(key, Parts.readIds(from));
            }
        };
    }

    Form<Profile> profiles() {
        return new Form<>() {
            @Override
            public void write(int key, Profile profile, Writing to) {
                Parts.writeIds(profile.parents(), to);
                Parts.writeIds(profile.defaultClearances(), to);
                Parts.optional(profile.unconditionalNeedsReply(), to, (is, into) -> into.putBoolean(is));
                Parts.optional(profile.acceptsLocalNegativeList(), to, (is, into) -> into.putBoolean(is));
                Parts.optional(profile.forbidsOnward(), to, (is, into) -> into.putBoolean(is));
                to.putInt(profile.deadlines().size());
                profile.deadlines().forEach((clock, limit) -> {
                    to.putText(clock);
                    to.putSigned(limit.days());
                    to.putSigned(limit.more());
                });
            }

            @Override
            public Profile read(int key, Reading from) {
                var parents = Parts.readIds(from);
                var clearances = Parts.readIds(from);
                var needsReply = Parts.optional(from, Reading::getBoolean);
                var acceptsList = Parts.optional(from, Reading::getBoolean);
                var forbidsOnward = Parts.optional(from, Reading::getBoolean);
                return new Profile(key, parents, clearances, needsReply, acceptsList, forbidsOnward, deadlines(from));
            }
        };
    }

    private static Map<String, Profile.Limit> deadlines(Reading from) {
        var deadlines = new HashMap<String, Profile.Limit>();
        for (int left = from.getCount(); left > 0; left--) {
            var clock = from.getText();
            int days = (int) from.getSigned();
            deadlines.put(clock, new Profile.Limit(days, (int) from.getSigned()));
        }
        return Map.copyOf(deadlines);
    }
}
