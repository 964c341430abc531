import WhatsAppBusiness

/// A body of `multipart/form-data` (RFC 7578), read strictly.
struct MultipartForm {
    /// One part.
    struct Part {
        var name: String
        var filename: String?
        var contentType: String?
        var bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// How many parts a form may have.
    static let maximumParts = 32

    private(set) var parts: [Part] = []

    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    /// Reads a form.
    /// - Returns: `nil` where the body is none: no boundary, an unfinished part, a part without a name.
    init?(_ body: [UInt8], contentType: String?) {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty, boundary.utf8.count <= 70
        else { return nil }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter stands at the beginning, without a line before it.
        guard body.starts(with: delimiter.dropFirst(2)) else { return nil }
        var start = delimiter.count - 2
        while parts.count <= Self.maximumParts {
            if body[start...].starts(with: Array("--".utf8)) { return }
            guard body[start...].starts(with: Array("\r\n".utf8)) else { return nil }
            start += 2
            guard let headerEnd = Self.find(Array("\r\n\r\n".utf8), in: body, from: start),
                let end = Self.find(delimiter, in: body, from: headerEnd + 2),
                let part = Self.part(headers: body[start..<headerEnd], bytes: body[min(headerEnd + 4, end)..<end])
            else { return nil }
            parts.append(part)
            start = end + delimiter.count
        }
        return nil
    }

    private static func part(headers: ArraySlice<UInt8>, bytes: ArraySlice<UInt8>) -> Part? {
        var part = Part(name: "", bytes: Array(bytes))
        for line in String(decoding: headers, as: UTF8.self).split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { return nil }
            let value = String(pair[1]).trimmingASCIIWhitespace()
            switch pair[0].lowercased() {
            case "content-disposition":
                guard value.lowercased().hasPrefix("form-data") else { return nil }
                part.name = parameter("name", of: value) ?? ""
                part.filename = parameter("filename", of: value)
            case "content-type": part.contentType = value
            default: break
            }
        }
        return part.name.isEmpty ? nil : part
    }

    /// A parameter of a header's value, quoted or not.
    private static func parameter(_ name: String, of value: String) -> String? {
        for piece in pieces(of: value).dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).trimmingASCIIWhitespace().lowercased() == name else { continue }
            let text = String(pair[1]).trimmingASCIIWhitespace()
            guard text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count >= 2 else { return text }
            var unescaped = ""
            var isEscaped = false
            for character in text.dropFirst().dropLast() {
                if character == "\\", !isEscaped {
                    isEscaped = true
                    continue
                }
                unescaped.append(character)
                isEscaped = false
            }
            return unescaped
        }
        return nil
    }

    /// The parts between semicolons that are not quoted.
    private static func pieces(of value: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        for character in value {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, start <= bytes.count - needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            needle.withUnsafeBufferPointer { needle in
                var index = start
                let end = buffer.count - needle.count
                while index <= end {
                    if buffer[index] == first {
                        var length = 1
                        while length < needle.count, buffer[index + length] == needle[length] { length += 1 }
                        if length == needle.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
