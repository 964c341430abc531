extension EntryPointTracker {
    /// 25 instants in four bytes each: whole seconds since 2001, as the platform's timestamps are; 0 for none. Beyond 2137
    /// there is one instant only.
    struct Seconds: Hashable, Sendable {
        private var storage:
            (
                UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32,
                UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32
            ) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

        subscript(index: Int) -> Instant {
            get {
                let seconds = withUnsafeBytes(of: storage) { $0.load(fromByteOffset: index * 4, as: UInt32.self) }
                return seconds == 0 ? .none : Instant(seconds: Double(seconds))
            }
            set {
                let seconds = Self.seconds(newValue)
                withUnsafeMutableBytes(of: &storage) {
                    $0.storeBytes(of: seconds, toByteOffset: index * 4, as: UInt32.self)
                }
            }
        }

        /// Moves the instants from a place on by one; the last is lost.
        mutating func shift(from first: Int, to last: Int) {
            guard first < last else { return }
            withUnsafeMutableBytes(of: &storage) { bytes in
                let moved = UnsafeRawBufferPointer(rebasing: bytes[(first * 4)..<(last * 4)])
                UnsafeMutableRawBufferPointer(rebasing: bytes[((first + 1) * 4)..<((last + 1) * 4)]).copyMemory(
                    from: moved)
            }
        }

        static func rounded(_ instant: Instant) -> Instant {
            let seconds = seconds(instant)
            return seconds == 0 ? .none : Instant(seconds: Double(seconds))
        }

        private static func seconds(_ instant: Instant) -> UInt32 {
            guard instant.isSome else { return 0 }
            return UInt32(min(max((instant.seconds + 0.0005).rounded(.down), 1), Double(UInt32.max)))
        }

        static func == (one: Self, other: Self) -> Bool {
            withUnsafeBytes(of: one.storage) { left in
                withUnsafeBytes(of: other.storage) { right in left.elementsEqual(right) }
            }
        }

        func hash(into hasher: inout Hasher) {
            withUnsafeBytes(of: storage) { hasher.combine(bytes: $0) }
        }
    }
}
