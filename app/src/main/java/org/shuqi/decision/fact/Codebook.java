package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds records by what people call them: a code, or the last segment of the IRI.
 *
 * <p>Only codes that differ from that segment are kept; the segment is tried behind every beginning that such records have,
 * of which there are few.
 *
 * @param coded records by the term of a code
 * @param homes how many records begin so, by the term of the beginning
 */
record Codebook(Links coded, Table<Integer> homes) {

    /** The records that may be meant, each once; the caller looks whether a record of that id is there. */
    List<Integer> called(String word, Terms terms) {
        var found = new ArrayList<>(coded.get(terms.of(word)).stream().boxed().toList());
        homes.keys().forEach(home -> {
            var id = terms.of(terms.iri(home) + word);
            if (id != Terms.NONE && !found.contains(id)) {
                found.add(id);
            }
        });
        return found;
    }

    void write(Sink sink) {
        coded.write(sink);
        sink.putInt(homes.size());
        homes.keys().forEach(home -> {
            sink.putInt(home);
            sink.putInt(homes.getOr(home, 0));
        });
    }

    static Codebook read(Source source) {
        var coded = Links.read(source);
        var homes = Table.<Integer>fill();
        for (int left = source.getCount(2 * Integer.BYTES); left > 0; left--) {
            int home = source.getInt();
            homes.put(home, source.getInt());
        }
        return new Codebook(coded, homes.done());
    }

    Editing edit(Terms terms) {
        return new Editing(coded.edit(), homes.edit(), terms);
    }

    static Editing fill(Terms terms) {
        return new Editing(Links.fill(), Table.fill(), terms);
    }

    /** A code book in the making. */
    record Editing(Links.Editing coded, Table.Editing<Integer> homes, Terms terms) {

        void put(int record, List<String> codes) {
            count(record, 1);
            others(record, codes).forEach(code -> coded.put(terms.add(code), record));
        }

        void remove(int record, List<String> codes) {
            count(record, -1);
            others(record, codes).forEach(code -> coded.remove(terms.add(code), record));
        }

        private List<String> others(int record, List<String> codes) {
            if (codes.isEmpty()) {
                return codes;
            }
            var segment = Description.segment(terms.iri(record));
            return codes.stream().filter(code -> !code.equals(segment)).toList();
        }

        private void count(int record, int more) {
            var iri = terms.iri(record);
            var home = terms.add(
                    iri.substring(0, iri.length() - Description.segment(iri).length()));
            var now = homes.get(home).orElse(0) + more;
            if (now == 0) {
                homes.remove(home);
            } else {
                homes.put(home, now);
            }
        }

        Codebook done() {
            return new Codebook(coded.done(), homes.done());
        }
    }
}
