extension HTTPBody {
    /// A stream that is said to be empty never gets asked for bytes while it is sent: it is read beforehand, so that one
    /// that is not empty after all is an error as it is for every other length.
    package func withEmptyStreamRead() async throws(TransportError) -> HTTPBody {
        guard length == 0, bytes == nil else { return self }
        let isEmpty: Bool
        do {
            isEmpty = try await collect(upTo: 0).isEmpty
        } catch let error as TransportError where error.code == .responseTooLarge {
            throw TransportError(
                code: .requestBodyFailed, delivery: .notSent, message: "the request's body is longer than its length")
        } catch {
            throw TransportError(
                code: .requestBodyFailed, delivery: .notSent, message: "the request's body could not be read",
                underlying: error)
        }
        return isEmpty ? HTTPBody([UInt8]()) : self
    }
}
