import HTTPTypes

extension HTTPResponse {
    /// Reads a response's header as it came from the connection.
    ///
    /// Field names may be in any case and field values in any bytes; a line that is no field is left out.
    /// - Parameter headerBytes: status line and field lines, each ended by a line feed.
    /// - Returns: `nil` where the status line is none.
    init?(headerBytes: [UInt8]) {
        let parsed: HTTPResponse? = headerBytes.withUnsafeBufferPointer { bytes in
            var rest = bytes[...]
            guard let statusLine = rest.popLine(), let status = Self.status(of: statusLine) else { return nil }
            var response = HTTPResponse(status: status)
            while let line = rest.popLine() {
                if let field = Self.field(of: line) { response.headerFields.append(field) }
            }
            return response
        }
        guard let parsed else { return nil }
        self = parsed
    }

    private static func status(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Status? {
        guard let code = StatusLine.code(of: UnsafeBufferPointer(rebasing: line)) else { return nil }
        guard let reason = line.split(separator: UInt8(ascii: " "), maxSplits: 2).dropFirst(2).first else {
            return Status(code: code)
        }
        return Status(code: code, reasonPhrase: String(decoding: reason, as: UTF8.self))
    }

    private static func field(of line: Slice<UnsafeBufferPointer<UInt8>>) -> HTTPField? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        guard let name = HTTPField.Name(String(decoding: line[line.startIndex..<colon], as: UTF8.self)) else {
            return nil
        }
        var value = line[line.index(after: colon)...]
        while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        return HTTPField(name: name, value: UnsafeBufferPointer(rebasing: value))
    }
}

/// The first line of a response.
enum StatusLine {
    /// The status code in `HTTP/1.1 200 OK`, or `nil` where the line is another.
    static func code(of line: UnsafeBufferPointer<UInt8>) -> Int? {
        guard isStatusLine(line), let space = line.firstIndex(of: UInt8(ascii: " ")), line.count >= space + 4 else {
            return nil
        }
        var code = 0
        for byte in line[space + 1...space + 3] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            code = code * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return code
    }

    /// Whether a line starts with `HTTP/`.
    static func isStatusLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.count >= 5 && line[0] == UInt8(ascii: "H") && line[1] == UInt8(ascii: "T")
            && line[2] == UInt8(ascii: "T") && line[3] == UInt8(ascii: "P") && line[4] == UInt8(ascii: "/")
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Takes the next line off, without its line end.
    fileprivate mutating func popLine() -> Self? {
        guard !isEmpty else { return nil }
        let end = firstIndex(of: 0x0A) ?? endIndex
        var line = self[startIndex..<end]
        self = end == endIndex ? self[endIndex...] : self[index(after: end)...]
        if line.last == 0x0D { line.removeLast() }
        return line
    }
}
