/// One value, or one key, of an indexed document: where its bytes are and where what follows it is.
///
/// Offsets are 32 bits wide; a document is therefore refused above 2 GiB.
struct JSONToken {
    /// What stands at the token.
    enum Kind: UInt8 {
        case object, array, string, number, `true`, `false`, null, key
    }

    /// The first byte: the brace, the bracket, the opening quote, the first digit.
    /// For a key with escapes it is an offset into the document's buffer of unescaped keys.
    var start: UInt32
    /// The byte after the last one.
    var end: UInt32
    /// The index of the first token after this value and all it contains.
    /// While a container is still open, the index of the container around it plus one.
    var next: UInt32
    /// What stands here.
    var kind: Kind
    /// Whether a string or key is spelled with escapes.
    var isEscaped: Bool
}
