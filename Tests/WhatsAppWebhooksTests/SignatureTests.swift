import HTTPTypes
import Testing
import WhatsAppBusiness
import WhatsAppWebhooks

/// The vectors are those of the webhooks reference §1.3.
@Suite("Signatures")
struct SignatureTests {
    static let secret: Secret = "s3cr3t-app-key"
    static let empty = #"{"object":"whatsapp_business_account","entry":[]}"#
    static let escaped = #"{"text":"caf\u00e9 \ud83d\udc4d","url":"https:\/\/example.com"}"#
    static let unescaped = #"{"text":"café 👍","url":"https://example.com"}"#
    static let emptyDigest = "2cfd480ff633d3ad8cc87d52ffdace2e355bdbdbc664e778651322d759bb694e"
    static let escapedDigest = "fd99d037adadb95db1ff854214e96c67caaa1ef413c359dfd376297a81b884b6"
    static let unescapedDigest = "1c553a7582b3ff92e76dcfd742d80cee0b9a027f62ccc091e54306f373a94b45"

    static let malformedSignatures: [String] = [
        "sha256=", "sha256", emptyDigest, "sha1=\(emptyDigest)", "SHA256=\(emptyDigest)", " sha256=\(emptyDigest)",
        "sha256=\(emptyDigest) ", "sha256=\(emptyDigest.dropLast())", "sha256=\(emptyDigest)0",
        "sha256=g\(emptyDigest.dropFirst())", "sha256=é\(emptyDigest.dropFirst(2))",
        "sha256=\(emptyDigest.dropLast())-",
        "sha256=0x\(emptyDigest.dropFirst(2))", String(repeating: "a", count: 100_000),
    ]

    private let verifier = SignatureVerifier(secrets: [secret])

    @Test(
        "are made and checked as the platform does",
        arguments: [(empty, 49, emptyDigest), (escaped, 63, escapedDigest), (unescaped, 49, unescapedDigest)])
    func vectors(body: String, count: Int, digest: String) throws {
        let bytes = Array(body.utf8)
        #expect(bytes.count == count)
        #expect(SignatureSigner(secret: Self.secret).signature(for: bytes) == "sha256=" + digest)
        #expect(try verifier.verify(bytes, signature: "sha256=" + digest) == .init(secretIndex: 0))
        #expect(try verifier.verify(bytes, signature: "sha256=" + digest.uppercased()).secretIndex == 0)
    }

    @Test("of the same JSON in other bytes do not match")
    func otherBytes() {
        expect(.signatureMismatch, Self.unescaped, "sha256=" + Self.escapedDigest)
        expect(.signatureMismatch, Self.empty + "\n", "sha256=" + Self.emptyDigest)
        expect(.signatureMismatch, "", "sha256=" + Self.emptyDigest)
    }

    @Test(
        "that are no signatures are malformed",
        arguments: malformedSignatures)
    func malformed(signature: String) {
        expect(.malformedSignature, Self.empty, signature)
    }

    @Test("with any one digit changed do not match")
    func changed() {
        for place in 0..<64 {
            var digits = Array(Self.emptyDigest)
            digits[place] = digits[place] == "0" ? "1" : "0"
            expect(.signatureMismatch, Self.empty, "sha256=" + String(digits))
        }
    }

    @Test("that are missing are said to be missing")
    func missing() {
        expect(.missingSignature, Self.empty, nil)
        expect(.missingSignature, Self.empty, "")
        let error = #expect(throws: WebhookError.self) { try verifier.verify(Array(Self.empty.utf8), headers: [:]) }
        #expect(error?.code == .missingSignature)
        #expect(error?.message.contains("X-Hub-Signature-256") == true)
    }

    @Test(
        "are found in headers of any case",
        arguments: ["X-Hub-Signature-256", "x-hub-signature-256", "X-HUB-SIGNATURE-256"])
    func headerCase(name: String) throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name(name))] = "sha256=" + Self.emptyDigest
        #expect(try verifier.verify(Array(Self.empty.utf8), headers: headers).secretIndex == 0)
    }

    @Test("of several secrets say which one matched")
    func severalSecrets() throws {
        let verifier = SignatureVerifier(secrets: ["old", "", Self.secret])
        let match = try verifier.verify(Array(Self.empty.utf8), signature: "sha256=" + Self.emptyDigest)
        #expect(match.secretIndex == 2)
        let body = Array("x".utf8)
        let signature = SignatureSigner(secret: "old").signature(for: body)
        #expect(try verifier.verify(body, signature: signature).secretIndex == 0)
    }

    @Test("without a secret are never right, even when made with an empty one")
    func noSecret() {
        let body = Array(Self.empty.utf8)
        let signature = SignatureSigner(secret: "").signature(for: body)
        for secrets in [[], [""], [" \n"]] as [[Secret]] {
            let error = #expect(throws: WebhookError.self) {
                try SignatureVerifier(secrets: secrets).verify(body, signature: signature)
            }
            #expect(error?.code == .missingSecret)
        }
        let error = #expect(throws: WebhookError.self) {
            try SignatureVerifier(secrets: ["", "a"]).verify(body, signature: signature)
        }
        #expect(error?.code == .signatureMismatch)
    }

    @Test("of other vendors have their own header and prefix")
    func otherHeader() throws {
        let name = try #require(HTTPField.Name("x-360dialog-signature"))
        let verifier = SignatureVerifier(secrets: [Self.secret], headerName: name, prefix: "")
        #expect(try verifier.verify(Array(Self.empty.utf8), headers: [name: Self.emptyDigest]).secretIndex == 0)
        #expect(
            SignatureSigner(secret: Self.secret, prefix: "").signature(for: Array(Self.empty.utf8)) == Self.emptyDigest)
    }

    @Test("and their errors show neither secret nor digest")
    func masking() {
        var dumped = ""
        dump(verifier, to: &dumped)
        dump(SignatureSigner(secret: Self.secret), to: &dumped)
        let error = #expect(throws: WebhookError.self) {
            try verifier.verify(Array("x".utf8), signature: "sha256=" + Self.emptyDigest)
        }
        dump(error, to: &dumped)
        for text in [dumped, "\(verifier)", String(reflecting: verifier), "\(error as Any)"] {
            #expect(!text.contains("s3cr3t") && !text.contains(Self.emptyDigest.prefix(8)))
        }
    }

    private func expect(
        _ code: WebhookError.Code, _ body: String, _ signature: String?, _ location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: WebhookError.self, sourceLocation: location) {
            try verifier.verify(Array(body.utf8), signature: signature)
        }
        #expect(error?.code == code, sourceLocation: location)
        #expect(error?.suggestedStatus == 401, sourceLocation: location)
    }
}
