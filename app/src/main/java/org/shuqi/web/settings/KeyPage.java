package org.shuqi.web.settings;

import java.util.List;
import org.shuqi.web.Fault;

/**
 * A form for a key: a new one, or one in the place of another.
 *
 * @param address where it is sent
 * @param old number of the key that ends; empty text for a new one
 * @param account whose, as it was written
 * @param purpose what it is for
 * @param until when it ends, as it was written
 * @param overlap how many hours the old one still opens, as it was written
 * @param faults what is wrong
 */
public record KeyPage(
        String address, String old, String account, String purpose, String until, String overlap, List<Fault> faults) {

    public KeyPage {
        faults = List.copyOf(faults);
    }

    /** What is wrong with a field; empty text if nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
