import WhatsAppBusiness

extension HTTPBody {
    /// Reads the body into memory, as `URLSession` needs it.
    /// - Parameter maximumBytes: the most bytes of a streamed body.
    func collectForUpload(upTo maximumBytes: Int) async throws(TransportError) -> [UInt8] {
        if let bytes { return bytes }
        let limit = length ?? maximumBytes
        guard limit <= maximumBytes else { throw Self.tooLong(maximumBytes) }
        let all: [UInt8]
        do {
            all = try await collect(upTo: limit)
        } catch let error as TransportError where error.code == .responseTooLarge {
            throw length == nil
                ? Self.tooLong(maximumBytes) : Self.failed("the request's body is longer than its length")
        } catch  where Task.isCancelled {
            throw .cancelled(.notSent)
        } catch {
            throw Self.failed("the request's body could not be read", error)
        }
        guard length == nil || length == all.count else {
            throw Self.failed("the request's body is shorter than its length")
        }
        return all
    }

    private static func tooLong(_ maximumBytes: Int) -> TransportError {
        .invalidRequest("a streamed request is held in memory here, and this one is longer than \(maximumBytes) bytes")
    }

    private static func failed(_ message: String, _ underlying: (any Error)? = nil) -> TransportError {
        TransportError(code: .requestBodyFailed, delivery: .notSent, message: message, underlying: underlying)
    }
}
