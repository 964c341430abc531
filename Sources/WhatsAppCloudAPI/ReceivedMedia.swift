import Crypto
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The bytes of a media object on their way to the program: counted and hashed, and not kept.
final class ReceivedMedia: Sendable {
    private struct State: Sendable {
        var count = 0
        var hash = SHA256()
        var failure: WhatsAppError?
    }

    /// The bytes are refused here; the state says why.
    private struct Refused: Error {}

    private let object: MediaObject
    private let maximumBytes: Int
    private let receive: @Sendable ([UInt8]) async throws -> Void
    private let state = Locked(State())

    init(
        _ object: MediaObject, maximumBytes: Int,
        receive: @escaping @Sendable ([UInt8]) async throws -> Void
    ) {
        self.object = object
        self.maximumBytes = maximumBytes
        self.receive = receive
    }

    /// Hands the next bytes on, where there are not more of them than there may be.
    func take(_ bytes: [UInt8]) async throws {
        let isGood = state.withLock { state in
            if bytes.count > maximumBytes - state.count {
                state.failure = .tooLarge(maximumBytes)
            } else if let size = object.fileSize, bytes.count > size - state.count {
                state.failure = .decoding(
                    "the media object has more bytes than the \(size) that the platform says")
            }
            state.count += bytes.count
            state.hash.update(data: bytes)
            return state.failure == nil
        }
        guard isGood else { throw Refused() }
        try await receive(bytes)
    }

    /// The error of a download that ended early, with its true reason.
    func explain(_ error: WhatsAppError) -> WhatsAppError {
        if let failure = state.withLock(\.failure) { return failure }
        if let transport = error.underlying as? TransportError, transport.code == .responseTooLarge {
            return .tooLarge(maximumBytes)
        }
        return error
    }

    /// Compares size and hash with what the platform says.
    func check() throws(WhatsAppError) {
        let (count, hash) = state.withLock { ($0.count, $0.hash) }
        if let size = object.fileSize, size != count {
            throw .decoding("the media object has \(count) bytes instead of \(size)")
        }
        guard let expected = object.sha256, !expected.isEmpty else { return }
        let digest = Array(hash.finalize())
        let isRight =
            String(hexadecimal: digest) == expected.lowercased()
            || Data(digest).base64EncodedString() == expected
        guard isRight else {
            throw .decoding("the bytes of the media object have another SHA-256 than the platform says")
        }
    }
}

extension WhatsAppError {
    fileprivate static func decoding(_ message: String) -> Self {
        Self(code: .decoding, outcome: .unknown, message: message)
    }
}
