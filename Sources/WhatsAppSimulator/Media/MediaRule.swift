/// What the platform takes as a file (Cloud API reference §3.2, December 2025).
struct MediaRule {
    /// The largest size in bytes.
    var maximumBytes: Int

    /// The rule of a MIME type; its parameters, as in `audio/ogg; codecs=opus`, are not looked at.
    init?(mimeType: String) {
        let type = mimeType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard let bytes = Self.sizes[type] else { return nil }
        maximumBytes = bytes
    }

    static var types: [String] { sizes.keys.sorted() }

    private static let megabyte = 1024 * 1024

    private static let sizes: [String: Int] = {
        var sizes: [String: Int] = [:]
        for type in ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/3gpp"] {
            sizes[type] = 16 * megabyte
        }
        for type in [
            "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ] {
            sizes[type] = 100 * megabyte
        }
        sizes["image/jpeg"] = 5 * megabyte
        sizes["image/png"] = 5 * megabyte
        // The larger of the two limits: whether a sticker moves is not looked at.
        sizes["image/webp"] = 500 * 1024
        return sizes
    }()
}
