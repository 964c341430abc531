/// Why a file could not be read or written.
///
/// It names no path: that may be personal.
public struct FileError: Error, Hashable, Sendable {
    /// What was tried; may grow.
    public struct Operation: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case open, read, write, close, rename, create
        }

        private let kind: Kind

        /// Opening a file to read it.
        public static let open = Self(kind: .open)
        /// Reading.
        public static let read = Self(kind: .read)
        /// Writing; there may be no room left.
        public static let write = Self(kind: .write)
        /// Making sure that everything is on the disk.
        public static let close = Self(kind: .close)
        /// Giving the complete file its name.
        public static let rename = Self(kind: .rename)
        /// Making a new file.
        public static let create = Self(kind: .create)

        /// The name of the operation.
        public var description: String { kind.rawValue }
    }

    /// What was tried.
    public var operation: Operation
    /// The system's `errno`, where the system refused it; 0 for what is refused here, such as a directory.
    public var systemCode: Int32

    /// Creates an error.
    public init(_ operation: Operation, systemCode: Int32) {
        self.operation = operation
        self.systemCode = systemCode
    }
}

extension FileError: CustomStringConvertible {
    /// The operation and the system's code.
    public var description: String {
        systemCode == 0 ? "file: \(operation) is not possible" : "file: \(operation) failed (errno \(systemCode))"
    }
}
