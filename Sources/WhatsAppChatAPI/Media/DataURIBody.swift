import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A body of JSON around a file in the form `data:{type};base64,{…}`, made while it is sent.
///
/// Source: Chat API reference §4.2, §6.
enum DataURIBody {
    /// A body around a file.
    ///
    /// - Parameters:
    ///   - upload: the file.
    ///   - before: JSON up to the inside of the text that holds the file.
    ///   - after: JSON from the end of the text on.
    /// - Throws: `invalid` for a MIME type that cannot stand in a `data:` URI.
    static func json(_ upload: MediaUpload, before: String, after: String) throws(WhatsAppError) -> HTTPBody {
        let head = Array((before + (try prefix(mimeType: upload.mimeType))).utf8)
        let tail = Array(after.utf8)
        if let bytes = upload.body.bytes {
            return HTTPBody(head + Array(Data(bytes).base64EncodedString().utf8) + tail)
        }
        return HTTPBody(
            Chunks(head: head, file: upload.body, tail: tail),
            length: upload.body.length.map { head.count + ($0 + 2) / 3 * 4 + tail.count },
            isReplayable: upload.body.isReplayable)
    }

    /// `data:image/jpeg;base64,` in JSON: parameters of the type are kept, white space and quotes cannot stand there.
    static func prefix(mimeType: String) throws(WhatsAppError) -> String {
        let type = String(mimeType.filter { $0 != " " })
        let isPlain: (UInt8) -> Bool = {
            $0 > 0x20 && $0 < 0x7F && ![UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: ",")].contains($0)
        }
        guard type.contains("/"), type.utf8.allSatisfy(isPlain), type.utf8.count <= 200 else {
            throw .invalid(
                at: "mimeType", .pattern, "a MIME type has the form type/subtype", actual: mimeType.utf8.count)
        }
        return "data:\(type);base64,"
    }

    /// The head, the file in base64 in pieces of whole groups of three bytes, the tail.
    private struct Chunks: AsyncSequence, Sendable {
        let head: [UInt8]
        let file: HTTPBody
        let tail: [UInt8]

        func makeAsyncIterator() -> Iterator {
            Iterator(head: head, file: file.makeAsyncIterator(), tail: tail)
        }

        struct Iterator: AsyncIteratorProtocol {
            private var head: [UInt8]?
            private var file: HTTPBody.AsyncIterator?
            private var tail: [UInt8]?
            /// Up to two bytes that wait for the third.
            private var rest: [UInt8] = []

            init(head: [UInt8], file: HTTPBody.AsyncIterator, tail: [UInt8]) {
                self.head = head
                self.file = file
                self.tail = tail
            }

            @concurrent
            mutating func next() async throws -> [UInt8]? {
                if let first = head {
                    head = nil
                    return first
                }
                while file != nil {
                    guard let chunk = try await file?.next() else {
                        file = nil
                        break
                    }
                    let all = rest + chunk
                    let whole = all.count / 3 * 3
                    rest = Array(all[whole...])
                    if whole > 0 { return Array(Data(all[..<whole]).base64EncodedString().utf8) }
                }
                guard let last = tail else { return nil }
                tail = nil
                return Array(Data(rest).base64EncodedString().utf8) + last
            }
        }
    }
}

extension ChatAPI {
    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
