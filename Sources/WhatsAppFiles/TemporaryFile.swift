/// A file that is being written beside the one that it shall become. It removes itself unless it is kept.
final class TemporaryFile: Sendable {
    let file: FileDescriptor
    private let path: String
    private let temporaryPath: String

    /// Makes an empty file in the directory of another.
    init(for path: String) throws(FileError) {
        guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last, !name.isEmpty else {
            throw FileError(.create, systemCode: 0)
        }
        self.path = path
        // Only part of the name, which may be as long as names can be already.
        temporaryPath =
            path.dropLast(name.count) + ".whatsapp-" + String(UInt64.random(in: .min ... .max), radix: 36) + ".part"
        file = try FileDescriptor.creating(temporaryPath)
    }

    deinit {
        // After it was kept nothing has this name any more.
        FileDescriptor.remove(temporaryPath)
    }

    /// Gives the file its name.
    /// - Parameter replacing: whether it may take the place of another.
    func keep(replacing: Bool) throws(FileError) {
        try file.synchronize()
        guard !replacing else { return try FileDescriptor.rename(temporaryPath, to: path) }
        // Whoever makes the empty file has the name; then it can be replaced.
        _ = try FileDescriptor.creating(path)
        do {
            try FileDescriptor.rename(temporaryPath, to: path)
        } catch {
            FileDescriptor.remove(path)
            throw error
        }
    }
}
