package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parties sign agreements with their own keys; what does not verify does not get in, and what is changed shows. */
class SignaturesOverHttpTest {

    @TempDir
    private static Path folder;

    @AutoClose
    private static ApiServer api;

    private static Agreements agreements;
    private static KeyPair police;
    private static KeyPair housing;

    @BeforeAll
    static void start() throws GeneralSecurityException {
        api = ApiServer.withExample(folder.resolve("data"));
        agreements = new Agreements(api);
        police = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var sm2 = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        sm2.initialize(new ECGenParameterSpec("sm2p256v1"));
        housing = sm2.generateKeyPair();
        assertThat(key("police-1", "police", police, "").status()).isEqualTo(201);
        assertThat(key("housing-1", "housing", housing, "").status()).isEqualTo(201);
    }

    @Test
    void bothPartiesSignWithTheAlgorithmOfTheirKeyAndTheSignaturesHold() throws Exception {
        var agreement = awaitingSignature();
        var text = canonical(agreement);

        sign(agreement, "partially-signed", "police", "police-1", signed("Ed25519", police, text), 200);
        assertThat(canonical(agreement)).isEqualTo(text);
        sign(agreement, "signed", "housing", "housing-1", signed("SM3withSM2", housing, text), 200);

        var signatures = api.get(agreement + "/signatures").json().path("items");
        assertThat(signatures.findValuesAsText("state")).containsExactly("valid", "valid");
        assertThat(signatures.findValuesAsText("algorithm")).containsExactlyInAnyOrder("Ed25519", "SM2");
        take(agreement, "{\"to\":\"active\",\"by\":\"police\"}", 200);
        assertThat(canonical(agreement)).isEqualTo(text);
        assertThat(api.get(agreement + "/signatures").json().findValuesAsText("state"))
                .containsExactly("valid", "valid");
    }

    @Test
    void whoJoinsSignsTheSameTextAndWhoLeavesChangesItForNobody() throws Exception {
        var tax = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(key("tax-1", "tax", tax, "").status()).isEqualTo(201);
        var agreement = agreements.draft("accession", "housing");
        take(agreement, "{\"to\":\"under-review\",\"by\":\"police\"}", 200);
        take(agreement, "{\"to\":\"awaiting-signature\",\"by\":\"police\"}", 200);
        var text = canonical(agreement);
        sign(agreement, "partially-signed", "police", "police-1", signed("Ed25519", police, text), 200);
        sign(agreement, "signed", "housing", "housing-1", signed("SM3withSM2", housing, text), 200);
        take(agreement, "{\"to\":\"active\",\"by\":\"police\"}", 200);

        assertThat(joins(agreement, "{\"by\":\"tax\"}").text()).contains("has a public key, so it signs with it");
        var form = "{\"by\":\"tax\",\"with\":{\"signatureValue\":\"%s\",\"signingKey\":\"public-key/tax-1\"}}";
        assertThat(joins(agreement, form.formatted(signed("Ed25519", police, text)))
                        .text())
                .contains("the signature is not one of this text");
        var joined = joins(agreement, form.formatted(signed("Ed25519", tax, text)));

        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        assertThat(canonical(agreement)).isEqualTo(text);
        assertThat(api.get(agreement + "/signatures").json().findValuesAsText("state"))
                .containsExactly("valid", "valid", "valid");
        var left = api.post(agreement + "/withdrawals", "{\"by\":\"housing\",\"note\":\"不再需要\"}");
        assertThat(left.status()).as(left.text()).isEqualTo(200);
        assertThat(canonical(agreement)).isEqualTo(text);
        assertThat(api.get(agreement + "/signatures").json().findValuesAsText("state"))
                .containsExactly("valid", "valid", "valid");
    }

    private static ApiServer.Reply joins(String agreement, String form) {
        return api.post(agreement + "/accessions", form, "Accept-Language", "en");
    }

    @Test
    void whatDoesNotVerifyDoesNotGetIn() throws Exception {
        var agreement = awaitingSignature();
        var text = canonical(agreement);
        var changed = text.clone();
        changed[changed.length / 2] ^= 1;
        var tag = api.get(agreement).header("ETag");

        var ofOtherText =
                sign(agreement, "partially-signed", "police", "police-1", signed("Ed25519", police, changed), 422);
        var ofOtherKey = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        sign(agreement, "partially-signed", "police", "police-1", signed("Ed25519", ofOtherKey, text), 422);
        var ofOtherParty =
                sign(agreement, "partially-signed", "police", "housing-1", signed("SM3withSM2", housing, text), 422);
        sign(agreement, "partially-signed", "police", "nobody-1", signed("Ed25519", police, text), 422);
        sign(agreement, "partially-signed", "police", "police-1", "no base64!", 422);

        assertThat(ofOtherText).contains("the signature is not one of this text");
        assertThat(ofOtherParty).contains("is not the signatory's");
        assertThat(api.get(agreement).header("ETag")).isEqualTo(tag);
    }

    @Test
    void whoHasAKeySignsWithIt() {
        var agreement = awaitingSignature();

        var refused = take(agreement, "{\"to\":\"partially-signed\",\"by\":\"police\"}", 422);

        assertThat(refused).contains("has a public key, so it signs with it");
    }

    @Test
    void aKeyThatIsNotInForceDoesNotSign() throws Exception {
        var old = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key("police-old", "police", old, ",\"validUntil\":\"2026-02-01T00:00:00+08:00\"");
        var agreement = awaitingSignature();

        var refused = sign(
                agreement,
                "partially-signed",
                "police",
                "police-old",
                signed("Ed25519", old, canonical(agreement)),
                422);

        assertThat(refused).contains("not in force when the signature is dated");
    }

    @Test
    void aKeyThatHasSignedIsKept() throws Exception {
        var agreement = awaitingSignature();
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key("police-2", "police", pair, "");
        sign(agreement, "partially-signed", "police", "police-2", signed("Ed25519", pair, canonical(agreement)), 200);

        var other = Base64.getEncoder().encodeToString(police.getPublic().getEncoded());
        var address = "/api/v1/public-keys/police-2";
        var exchanged = api.send(
                "PATCH",
                address,
                "{\"publicKeyValue\":\"" + other + "\"}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "*",
                "Accept-Language",
                "en");

        assertThat(exchanged.status()).isEqualTo(422);
        assertThat(exchanged.text()).contains("agreements were signed with this key, so it is kept");
        assertThat(api.send("DELETE", address, "", "If-Match", "*").status()).isEqualTo(409);
    }

    @Test
    void aKeyOfAnotherAlgorithmIsRefused() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);

        var refused = key("police-rsa", "police", rsa.generateKeyPair(), "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("the key cannot be read; give the SubjectPublicKeyInfo");
    }

    @Test
    void openSslSignsForUsAndVerifiesOurs() throws Exception {
        Assumptions.assumeTrue(openSsl("version") == 0, "there is no openssl here");
        openSsl("genpkey", "-algorithm", "ed25519", "-out", "ed.key");
        openSsl("pkey", "-in", "ed.key", "-pubout", "-out", "ed.pub");
        openSsl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "sm.key");
        openSsl("ec", "-in", "sm.key", "-pubout", "-out", "sm.pub");
        assertThat(foreignKey("police-ssl", "police", "ed.pub")).isEqualTo(201);
        assertThat(foreignKey("housing-ssl", "housing", "sm.pub")).isEqualTo(201);
        var agreement = awaitingSignature();
        Files.write(folder.resolve("text"), canonical(agreement));

        openSsl("pkeyutl", "-sign", "-inkey", "ed.key", "-rawin", "-in", "text", "-out", "ed.sig");
        openSsl("dgst", "-sm3", "-sign", "sm.key", "-sigopt", "distid:1234567812345678", "-out", "sm.sig", "text");
        sign(agreement, "partially-signed", "police", "police-ssl", base64("ed.sig"), 200);
        sign(agreement, "signed", "housing", "housing-ssl", base64("sm.sig"), 200);

        assertThat(api.get(agreement + "/signatures").json().findValuesAsText("state"))
                .containsExactly("valid", "valid");
        ours("sm.sig", "SM3withSM2", housing, "ours.pub");
        assertThat(openSsl(
                        "dgst",
                        "-sm3",
                        "-verify",
                        "ours.pub",
                        "-sigopt",
                        "distid:1234567812345678",
                        "-signature",
                        "sm.sig",
                        "text"))
                .isZero();
        ours("ed.sig", "Ed25519", police, "ours.pub");
        assertThat(openSsl(
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "ours.pub",
                        "-rawin",
                        "-in",
                        "text",
                        "-sigfile",
                        "ed.sig"))
                .isZero();
    }

    private static void ours(String file, String algorithm, KeyPair pair, String pem)
            throws IOException, GeneralSecurityException {
        var text = Files.readAllBytes(folder.resolve("text"));
        Files.write(folder.resolve(file), Base64.getDecoder().decode(signed(algorithm, pair, text)));
        Files.writeString(
                folder.resolve(pem),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    private static String base64(String file) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(file)));
    }

    private static int foreignKey(String name, String organization, String pem) throws IOException {
        var value = Files.readString(folder.resolve(pem)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return key(name, organization, value, "").status();
    }

    private static ApiServer.Reply key(String name, String organization, KeyPair pair, String more) {
        return key(
                name,
                organization,
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                more);
    }

    private static ApiServer.Reply key(String name, String organization, String value, String more) {
        return api.post(
                "/api/v1/public-keys",
                """
                {"id":"public-key/%s","organization":"organization/%s","publicKeyValue":"%s","validFrom":"2026-01-01T00:00:00+08:00"%s}"""
                        .formatted(name, organization, value, more),
                "Accept-Language",
                "en");
    }

    private static String awaitingSignature() {
        var agreement = agreements.draft("bilateral", "housing");
        take(agreement, "{\"to\":\"under-review\",\"by\":\"police\"}", 200);
        take(agreement, "{\"to\":\"awaiting-signature\",\"by\":\"police\"}", 200);
        return agreement;
    }

    private static byte[] canonical(String agreement) {
        return api.get(agreement + "/canonical", "Accept", "application/n-quads")
                .bytes();
    }

    private static String sign(String agreement, String to, String by, String key, String value, int status) {
        return take(
                agreement,
                """
                {"to":"%s","by":"%s","with":{"signatureValue":"%s","signingKey":"public-key/%s"}}"""
                        .formatted(to, by, value, key),
                status);
    }

    private static String take(String agreement, String form, int status) {
        var reply = api.post(agreement + "/transitions", form, "Accept-Language", "en");
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply.text();
    }

    private static String signed(String algorithm, KeyPair pair, byte[] text) throws GeneralSecurityException {
        var signature = algorithm.equals("Ed25519")
                ? Signature.getInstance(algorithm)
                : Signature.getInstance(algorithm, new BouncyCastleProvider());
        signature.initSign(pair.getPrivate());
        signature.update(text);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static int openSsl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException missing) {
            return -1;
        }
    }
}
