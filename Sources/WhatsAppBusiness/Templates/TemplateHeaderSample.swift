/// The sample of a template's media header.
///
/// A template is created with the handle of an uploaded file; read back, the platform shows an address in its place
/// (Cloud API reference §3.3, §4.3, December 2025). Neither is a media id.
#if hasAttribute(nonexhaustive)
@nonexhaustive
#endif
public enum TemplateHeaderSample: Hashable, Sendable {
    /// The handle of an uploaded file, such as `4::aW…`.
    case handle(UploadHandle)
    /// An address, as the platform shows it for a template that exists. A template cannot be created with it.
    case address(String)

    /// Tells a handle from an address.
    public init(_ text: String) {
        let start = text.prefix(8).lowercased()
        self = start.hasPrefix("https://") || start.hasPrefix("http://") ? .address(text) : .handle(UploadHandle(text))
    }

    /// The handle or the address.
    public var text: String {
        switch self {
        case .handle(let handle): return handle.rawValue
        case .address(let address): return address
        }
    }
}
