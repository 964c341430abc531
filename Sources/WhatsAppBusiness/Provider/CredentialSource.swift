/// Where a provider takes its access token from.
///
/// The simple case is a fixed token. A program whose tokens expire gives a closure; when the platform refuses a token
/// (190, 102, 104 or 0: ``PlatformError/tokenProblem``), the provider asks the source once for a fresh one and repeats
/// the call once.
///
/// ```swift
/// let source = CredentialSource { refused in
///     try await vault.token(otherThan: refused)
/// }
/// ```
public struct CredentialSource: Sendable, ExpressibleByStringLiteral {
    private enum Storage: Sendable {
        case fixed(Secret)
        case closure(@Sendable (Secret?) async throws -> Secret)
    }

    private let storage: Storage

    /// A token that never changes.
    public static func fixed(_ token: Secret) -> Self {
        Self(storage: .fixed(token))
    }

    /// A fixed token that is written in the program (in tests and examples).
    public init(stringLiteral value: String) {
        self.init(storage: .fixed(Secret(value)))
    }

    /// A source of tokens.
    ///
    /// - Parameter provide: returns a token. Its argument is the token that the platform has just refused, or `nil` at
    ///   the start of a call. It is called for each call, by many at once: keep the token, and let concurrent
    ///   refreshes share one. When it returns the refused token again, the call fails.
    public init(_ provide: @escaping @Sendable (_ refused: Secret?) async throws -> Secret) {
        self.init(storage: .closure(provide))
    }

    private init(storage: Storage) {
        self.storage = storage
    }

    /// Asks for a token.
    /// - Parameter refused: the token that the platform has just refused.
    package func token(refused: Secret? = nil) async throws(WhatsAppError) -> Secret {
        switch storage {
        case .fixed(let token): return token
        case .closure(let provide):
            do {
                return try await provide(refused)
            } catch is CancellationError {
                throw WhatsAppError(code: .cancelled, outcome: .notSent, message: "the task was cancelled")
            } catch {
                throw WhatsAppError(
                    code: .unauthorized, outcome: .notSent, message: "the credential source gave no token",
                    underlying: error)
            }
        }
    }
}
