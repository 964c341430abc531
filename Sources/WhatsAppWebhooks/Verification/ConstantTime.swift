/// Comparisons whose time does not tell where two texts differ.
enum ConstantTime {
    /// Whether both hold the same bytes, in a time that depends on the lengths only.
    static func areEqual(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
        let left = Array(left)
        let right = Array(right)
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }
}
