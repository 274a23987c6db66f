package org.shuqi.bench;

import java.nio.charset.StandardCharsets;

/**
 * One HTTP request as it goes over the wire, and what its answer has to contain.
 *
 * @param request head and body
 * @param expected bytes that stand somewhere in the body of the right answer
 * @param decisions how many decisions the request asks for
 */
record Shot(byte[] request, byte[] expected, int decisions) {

    private static final String HOST = "Host: 127.0.0.1\r\n";

    /** A GET request; the path is escaped already. */
    static Shot get(String path, String accept, String expected) {
        var head = "GET " + path + " HTTP/1.1\r\n" + HOST + "Accept: " + accept + "\r\n\r\n";
        return new Shot(bytes(head), bytes(expected), 1);
    }

    /** A GET request of somebody who has signed in, answered as a browser takes it; what is in it is not looked at. */
    static Shot signed(String path, String accept, String credentials) {
        var head = "GET " + path + " HTTP/1.1\r\n" + HOST + "Accept: " + accept + "\r\nAccept-Encoding: gzip\r\n"
                + "Authorization: " + credentials + "\r\n\r\n";
        return new Shot(bytes(head), new byte[0], 1);
    }

    /** A POST request with a JSON body. */
    static Shot post(String path, String body, String expected, int decisions) {
        var head = "POST " + path + " HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: "
                + bytes(body).length + "\r\n\r\n";
        return new Shot(bytes(head + body), bytes(expected), decisions);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
