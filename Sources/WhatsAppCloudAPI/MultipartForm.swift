package import WhatsAppBusiness

/// A form of texts and one file (`multipart/form-data`, RFC 7578), whose file is read while it is sent.
package struct MultipartForm: Sendable {
    /// The media type with its boundary.
    package var contentType: String
    /// The form.
    package var body: HTTPBody

    /// Makes a form.
    ///
    /// - Parameters:
    ///   - fields: names and texts; names are the program's own words.
    ///   - file: the file, in the last part, whose name is `file`.
    /// - Throws: `WhatsAppError` `invalid` for a media type that cannot stand in a header field.
    package init(fields: [(name: String, text: String)], file: MediaUpload) throws(WhatsAppError) {
        guard MediaType.isWellFormed(file.mimeType) else {
            throw .invalid(
                ValidationError([
                    .init(
                        path: "type", rule: .pattern,
                        explanation: "a MIME type is two words with a slash between them")
                ]))
        }
        // 128 random bits: no file contains them.
        let boundary =
            "swb-" + String(UInt64.random(in: .min ... .max), radix: 36) + "-"
            + String(UInt64.random(in: .min ... .max), radix: 36)
        contentType = "multipart/form-data; boundary=" + boundary
        var head = ""
        for (name, text) in fields {
            head += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n"
        }
        head += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; "
        head += "filename=\"\(Self.safeName(file.filename))\"\r\nContent-Type: \(file.mimeType)\r\n\r\n"
        let parts = Parts(
            head: Array(head.utf8), file: file.body, tail: Array("\r\n--\(boundary)--\r\n".utf8))
        body = HTTPBody(
            parts, length: file.body.length.map { $0 + parts.head.count + parts.tail.count },
            isReplayable: file.body.isReplayable)
    }

    /// A name that can stand between quotes in a header field and means the same to every reader: the platform shows
    /// customers the name that stands in the message, not this one.
    static func safeName(_ name: String) -> String {
        let safe = name.unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", " ", "(", ")", "+", ",":
                return Character(scalar)
            default: return "_"
            }
        }
        return safe.isEmpty ? "file" : String(safe)
    }

    /// What stands before the file, the file, and what stands behind it.
    private struct Parts: AsyncSequence, Sendable {
        typealias Element = [UInt8]

        var head: [UInt8]
        var file: HTTPBody
        var tail: [UInt8]

        func makeAsyncIterator() -> Iterator {
            Iterator(head: head, file: file.makeAsyncIterator(), length: file.length, tail: tail)
        }

        struct Iterator: AsyncIteratorProtocol {
            var head: [UInt8]?
            var file: HTTPBody.AsyncIterator
            var length: Int?
            var tail: [UInt8]?
            var count = 0

            @concurrent
            mutating func next() async throws -> [UInt8]? {
                if let head {
                    self.head = nil
                    return head
                }
                guard tail != nil else { return nil }
                if let chunk = try await file.next() {
                    count += chunk.count
                    if let length, count > length { throw Self.wrongLength }
                    return chunk
                }
                if let length, count != length { throw Self.wrongLength }
                defer { tail = nil }
                return tail
            }

            private static let wrongLength = TransportError(
                code: .requestBodyFailed, delivery: .unknown,
                message: "the file has another length than was said")
        }
    }
}
