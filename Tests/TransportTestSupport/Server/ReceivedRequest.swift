/// A request as it arrived at the scripted server.
public struct ReceivedRequest: Hashable, Sendable {
    /// The connection it came on, counted from 0.
    public var connection: Int
    /// The method.
    public var method: String
    /// The request target: the path, or the whole address where it came through a proxy.
    public var target: String
    /// Field names as they were written, and their values.
    public var fields: [[String]]
    /// The body, whatever its coding.
    public var body: [UInt8]

    init?(head: String, connection: Int) {
        var lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard !lines.isEmpty else { return nil }
        let words = lines.removeFirst().split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
        self.connection = connection
        method = String(words[0])
        target = String(words[1])
        fields = lines.map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            let value = line[colon...].dropFirst().drop { $0 == " " }
            return [String(line[..<colon]), String(value)]
        }
        body = []
    }

    /// The values of all fields of a name, in whatever case it was written.
    public subscript(name: String) -> [String] {
        fields.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
