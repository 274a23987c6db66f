package org.shuqi.generate;

/** Unified social credit codes with sound check characters (GB 32100-2015) for places that do not exist. */
final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    static String of(Organisation organisation) {
        var register = organisation.bureau().organType().equals("enterprise") ? "91" : "11";
        var body = Integer.toString(90_000_000 + organisation.index());
        var start = register + organisation.place().code().substring(0, 6) + body + organisationCheck(body);
        return start + check(start);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * ORGANISATION_WEIGHTS[i];
        }
        int rest = (11 - sum % 11) % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    private static char check(String start) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < start.length(); i++) {
            sum += ALPHABET.indexOf(start.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
