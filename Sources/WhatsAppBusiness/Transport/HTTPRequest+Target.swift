package import HTTPTypes

extension HTTPRequest {
    /// Where a request goes, checked.
    package struct Target: Sendable {
        /// Whether it goes over TLS.
        package var isSecure: Bool
        /// Scheme, host and port in lower case.
        package var origin: String
        /// Path and query.
        package var path: String
    }

    /// The request's address, where it has one that can be sent.
    /// - Throws: ``TransportError`` with `invalidRequest` for what cannot be expressed in HTTP.
    package func checkedTarget() throws(TransportError) -> Target {
        let isSecure: Bool
        switch scheme?.lowercased() {
        case "http": isSecure = false
        case "https": isSecure = true
        default: throw .invalidRequest("the scheme is neither http nor https")
        }
        guard let authority, !authority.isEmpty, authority.utf8.allSatisfy(Self.canBeInAuthority) else {
            throw .invalidRequest("the address has no host, or one that cannot be")
        }
        let path = path ?? "/"
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy(Self.canBeInPath) else {
            throw .invalidRequest("the path must start with a slash and consist of visible ASCII characters")
        }
        guard method != .connect else { throw .invalidRequest("CONNECT is not a request for a resource") }
        let origin = (isSecure ? "https://" : "http://") + authority.lowercased()
        return Target(isSecure: isSecure, origin: origin, path: path)
    }

    private static func canBeInPath(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "#")
    }

    /// No user names or passwords in an address, and nothing that would end the host early.
    private static func canBeInAuthority(_ byte: UInt8) -> Bool {
        canBeInPath(byte) && byte != UInt8(ascii: "@") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?")
            && byte != UInt8(ascii: "\\")
    }
}

extension TransportError {
    /// The request cannot be sent, and was not.
    package static func invalidRequest(_ message: String) -> Self {
        Self(code: .invalidRequest, delivery: .notSent, message: message)
    }

    /// The calling task was cancelled.
    package static func cancelled(_ delivery: Delivery) -> Self {
        Self(code: .cancelled, delivery: delivery, message: "the calling task was cancelled")
    }

    /// The transport has been shut down.
    package static func shutDown(_ delivery: Delivery) -> Self {
        Self(code: .shutDown, delivery: delivery, message: "the transport has been shut down")
    }

    /// The response's body is longer than it may be.
    package static func responseTooLarge(_ maximumBytes: Int) -> Self {
        Self(
            code: .responseTooLarge, delivery: .unknown,
            message: "the response's body is longer than \(maximumBytes) bytes")
    }
}
