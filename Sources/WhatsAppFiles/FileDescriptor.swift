#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// An open file. It closes itself.
final class FileDescriptor: Sendable {
    private let number: Int32

    private init(_ number: Int32) {
        self.number = number
    }

    deinit {
        _ = close(number)
    }

    /// Opens a regular file to read it.
    static func reading(_ path: String) throws(FileError) -> (file: FileDescriptor, length: Int) {
        // Without waiting: a pipe without a writer would hold the thread for ever.
        let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard number >= 0 else { throw FileError(.open, systemCode: errno) }
        let file = FileDescriptor(number)
        var information = stat()
        guard fstat(number, &information) == 0 else { throw FileError(.open, systemCode: errno) }
        guard information.st_mode & S_IFMT == S_IFREG else { throw FileError(.open, systemCode: 0) }
        return (file, Int(information.st_size))
    }

    /// Makes a new file that only its owner can read. It must not be there.
    static func creating(_ path: String) throws(FileError) -> FileDescriptor {
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw FileError(.create, systemCode: errno) }
        return FileDescriptor(number)
    }

    /// The bytes at an offset: as many as were asked for, or fewer at the end.
    func read(_ count: Int, at offset: Int) throws(FileError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let result = pread(number, base + filled, count - filled, off_t(offset + filled))
                if result > 0 {
                    filled += result
                } else if result < 0, errno == EINTR {
                    continue
                } else {
                    if result < 0 { code = errno }
                    break
                }
            }
        }
        guard code == 0 else { throw FileError(.read, systemCode: code) }
        return bytes
    }

    /// Writes all bytes behind those before.
    func write(_ bytes: [UInt8]) throws(FileError) {
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                #if canImport(Darwin)
                let result = Darwin.write(number, base + done, buffer.count - done)
                #elseif canImport(Glibc)
                let result = Glibc.write(number, base + done, buffer.count - done)
                #elseif canImport(Musl)
                let result = Musl.write(number, base + done, buffer.count - done)
                #else
                let result = Android.write(number, base + done, buffer.count - done)
                #endif
                if result >= 0 {
                    done += result
                } else if errno != EINTR {
                    code = errno
                    return
                }
            }
        }
        guard code == 0 else { throw FileError(.write, systemCode: code) }
    }

    /// Makes sure that everything is on the disk.
    func synchronize() throws(FileError) {
        guard fsync(number) == 0 else { throw FileError(.close, systemCode: errno) }
    }

    /// Gives a file another name, in the place of what had it.
    static func rename(_ path: String, to other: String) throws(FileError) {
        #if canImport(Darwin)
        let result = Darwin.rename(path, other)
        #elseif canImport(Glibc)
        let result = Glibc.rename(path, other)
        #elseif canImport(Musl)
        let result = Musl.rename(path, other)
        #else
        let result = Android.rename(path, other)
        #endif
        guard result == 0 else { throw FileError(.rename, systemCode: errno) }
    }

    /// Removes a file, where it is there.
    static func remove(_ path: String) {
        _ = unlink(path)
    }
}
