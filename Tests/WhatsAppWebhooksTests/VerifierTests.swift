import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

@Suite("Verifiers of other vendors")
struct VerifierTests {
    private static let body = Array(SignatureTests.empty.utf8)

    @Test(
        "of 360dialog's partners take the signature in every form",
        arguments: [
            SignatureTests.emptyDigest, SignatureTests.emptyDigest.uppercased(), "sha256=" + SignatureTests.emptyDigest,
        ])
    func partner(signature: String) throws {
        let verifier = SignatureVerifier.dialog360Partner(platformSecrets: ["other", SignatureTests.secret])
        let name = try #require(HTTPField.Name("X-360Dialog-Signature"))
        #expect(try verifier.verify(Self.body, headers: [name: signature]).secretIndex == 1)
    }

    @Test("take base64 with and without padding, in both alphabets")
    func base64Forms() throws {
        let signature = SignatureSigner(secret: SignatureTests.secret).signature(for: Self.body)
        let bytes = stride(from: 7, to: signature.utf8.count, by: 2).compactMap { place in
            UInt8(String(Array(signature)[place..<place + 2]), radix: 16)
        }
        let verifier = SignatureVerifier.dialog360Partner(platformSecrets: [SignatureTests.secret])
        let padded = Base64.encode(bytes)
        #expect(padded.count == 44)
        for form in [
            padded, String(padded.dropLast()), "sha256=" + padded,
            padded.replacing("+", with: "-").replacing("/", with: "_"),
        ] {
            #expect(try verifier.verify(Self.body, signature: form).secretIndex == 0)
        }
        for form in ["", padded + "=", String(padded.dropLast(2)), "!" + padded.dropFirst(), "é" + padded.dropFirst(2)]
        {
            #expect(throws: WebhookError.self) { try verifier.verify(Self.body, signature: form) }
        }
        // The platform's own verifier stays strict.
        #expect(throws: WebhookError.self) {
            try SignatureVerifier(secrets: [SignatureTests.secret]).verify(Self.body, signature: padded)
        }
        #expect(throws: WebhookError.self) {
            try SignatureVerifier(secrets: [SignatureTests.secret])
                .verify(Self.body, signature: SignatureTests.emptyDigest)
        }
    }

    @Test("compare a shared secret")
    func sharedSecret() throws {
        let verifier = SharedSecretVerifier(
            secrets: ["", "first word", "second"], headerName: .authorization, prefix: "Bearer ")
        #expect(try verifier.verify([], headers: [.authorization: "Bearer first word"]).secretIndex == 1)
        #expect(try verifier.verify([], headers: [.authorization: "Bearer second"]).secretIndex == 2)
        for (headers, code) in [
            ([:] as HTTPFields, WebhookError.Code.missingSignature), ([.authorization: ""], .missingSignature),
            ([.authorization: "second"], .malformedSignature), ([.authorization: "Bearer secon"], .signatureMismatch),
            ([.authorization: "Bearer second2"], .signatureMismatch),
            ([.authorization: "Bearer "], .malformedSignature),
        ] {
            let error = #expect(throws: WebhookError.self) { try verifier.verify([], headers: headers) }
            #expect(error?.code == code)
            #expect(error.map { "\($0)".contains("second") } == false)
        }
        let empty = SharedSecretVerifier(secrets: [""], headerName: .authorization)
        #expect(throws: WebhookError.self) { try empty.verify([], headers: [.authorization: ""]) }
        #expect(!"\(verifier) \(Mirror(reflecting: verifier).children.map { "\($0)" })".contains("second"))
    }

    @Test("stand beside each other on one address, and say which secret of all it was")
    func alternatives() throws {
        let name = try #require(HTTPField.Name("x-vendor-word"))
        let verifier = AlternativeVerifier(
            SignatureVerifier(secrets: ["old", SignatureTests.secret]),
            SharedSecretVerifier(secrets: ["word"], headerName: name))
        #expect(verifier.secretCount == 3)
        let signature = SignatureSigner(secret: SignatureTests.secret).signature(for: Self.body)
        #expect(try verifier.verify(Self.body, headers: [.hubSignature256: signature]).secretIndex == 1)
        #expect(try verifier.verify(Self.body, headers: [name: "word"]).secretIndex == 2)
        for (headers, code) in [
            ([:] as HTTPFields, WebhookError.Code.missingSignature), ([name: "other"], .signatureMismatch),
            ([.hubSignature256: "sha256="], .malformedSignature),
        ] {
            let error = #expect(throws: WebhookError.self) { try verifier.verify(Self.body, headers: headers) }
            #expect(error?.code == code)
        }
        let receiver = WebhookReceiver(verifier: verifier, handshake: WebhookHandshake(verifyToken: nil))
        let request = WebhookRequest(method: .post, headers: [name: "word"], body: Self.body)
        #expect(try receiver.receive(request).match.secretIndex == 2)
    }
}

/// Base64 by another way than the library's.
private enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let value = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 {
                text.append(place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
