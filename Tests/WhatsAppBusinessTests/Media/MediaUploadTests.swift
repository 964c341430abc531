import Testing
import WhatsAppBusiness

@Suite("Files are checked before they are uploaded")
struct MediaUploadTests {
    private static let kilobyte = 1024
    private static let megabyte = 1024 * 1024

    private func violations(_ upload: MediaUpload, limits: MediaLimits = .platform) -> [ValidationError.Violation] {
        do {
            try upload.validate(limits: limits)
            return []
        } catch {
            return error.violations
        }
    }

    /// A file whose bytes nobody reads.
    private func file(_ length: Int?, _ type: String, _ name: String) -> MediaUpload {
        MediaUpload(HTTPBody(AsyncStream<[UInt8]> { $0.finish() }, length: length), mimeType: type, filename: name)
    }

    @Test(
        "by the limit of their kind",
        arguments: [
            ("image/jpeg", "a.jpg", 5 * megabyte), ("image/png", "a.png", 5 * megabyte),
            ("video/mp4", "a.mp4", 16 * megabyte), ("video/3gpp", "a.3gp", 16 * megabyte),
            ("audio/aac", "a.aac", 16 * megabyte), ("audio/ogg; codecs=opus", "a.ogg", 16 * megabyte),
            ("application/pdf", "a.pdf", 100 * megabyte), ("text/plain", "a.txt", 100 * megabyte),
            ("image/webp", "a.webp", 500 * kilobyte),
        ])
    func sizes(type: String, name: String, limit: Int) {
        #expect(violations(file(limit, type, name)).isEmpty)
        #expect(violations(file(1, type, name)).isEmpty)
        let above = violations(file(limit + 1, type, name))
        #expect(above.map(\.rule) == [.maximum] && above.first?.limit == limit && above.first?.actual == limit + 1)
        #expect(violations(file(0, type, name)).map(\.rule) == [.minimum])
        #expect(violations(file(nil, type, name)).map(\.rule) == [.required])
    }

    @Test("by limits of the program's own, which are never greater than the platform's")
    func ownLimits() {
        let limits = MediaLimits(maximumBytes: [.image: 100, .video: .max])
        #expect(violations(file(100, "image/png", "a.png"), limits: limits).isEmpty)
        #expect(violations(file(101, "image/png", "a.png"), limits: limits).first?.limit == 100)
        #expect(
            violations(file(17 * Self.megabyte, "video/mp4", "a.mp4"), limits: limits).first?.limit == 16
                * Self.megabyte)
    }

    @Test(
        "by an extension that goes with the type",
        arguments: [
            ("image/jpeg", "a.JPEG", true), ("image/jpeg", "a.png", false), ("image/jpeg", "a", false),
            ("image/jpeg", ".jpg", false), ("audio/mp4", "a.mp4", false), ("IMAGE/PNG", "a.b.png", true),
            ("text/plain; charset=utf-8", "a.txt", true), ("image/png", "a.png/b", false),
        ])
    func extensions(type: String, name: String, isGood: Bool) {
        #expect(violations(file(1, type, name)).map(\.path) == (isGood ? [] : ["filename"]))
    }

    @Test("by a type that the platform takes, unless they are documents")
    func types() {
        #expect(violations(file(1, "application/zip", "a.zip")).map(\.rule) == [.unsupported])
        var document = file(1, "application/zip", "a.zip")
        document.kind = .document
        #expect(violations(document).isEmpty)
        document.kind = .image
        #expect(violations(document).map(\.path) == ["type"])
        var picture = file(6 * Self.megabyte, "image/png", "a.png")
        #expect(violations(picture).map(\.path) == ["file"])
        picture.kind = .document
        #expect(violations(picture).isEmpty)
        picture.kind = .sticker
        #expect(violations(picture).map(\.path) == ["type", "file"])
    }

    private static func webP(_ length: Int, animated: Bool?) -> [UInt8] {
        var bytes = Array("RIFF\0\0\0\0WEBP".utf8) + Array((animated == nil ? "VP8 " : "VP8X").utf8)
        bytes += [10, 0, 0, 0, animated == true ? 0x12 : 0x10]
        return bytes + Array(repeating: 0, count: length - bytes.count)
    }

    @Test(
        "stickers by whether they move",
        arguments: [(nil, 100 * kilobyte), (false, 100 * kilobyte), (true, 500 * kilobyte)] as [(Bool?, Int)])
    func stickers(animated: Bool?, limit: Int) {
        func sticker(_ length: Int) -> MediaUpload {
            MediaUpload(Self.webP(length, animated: animated), mimeType: "image/webp", filename: "a.webp")
        }
        #expect(sticker(limit).isAnimatedSticker == (animated ?? false))
        #expect(violations(sticker(limit)).isEmpty)
        #expect(violations(sticker(limit + 1)).first?.limit == limit)
    }

    @Test("voice messages by their codec")
    func voice() {
        let opus = Array("OggS".utf8) + Array(repeating: 0, count: 24) + Array("OpusHead".utf8)
        let vorbis = Array("OggS".utf8) + Array(repeating: 0, count: 24) + Array("\u{1}vorbis".utf8)
        #expect(violations(.voice(HTTPBody(opus))).isEmpty)
        #expect(violations(.voice(HTTPBody(vorbis))).map(\.path) == ["file"])
        #expect(violations(.voice(HTTPBody([1]))).map(\.path) == ["file"])
        let mp3 = MediaUpload([1], mimeType: "audio/mpeg", filename: "a.mp3", isVoice: true)
        #expect(violations(mp3).map(\.rule) == [.notAllowed])
        let other = MediaUpload(opus, mimeType: "audio/ogg; codecs=vorbis", filename: "a.ogg", isVoice: true)
        #expect(violations(other).map(\.rule) == [.notAllowed])
    }

    @Test("by the minutes that they live", arguments: [(59, false), (60, true), (43_200, true), (43_201, false)])
    func minutes(minutes: Int, isGood: Bool) {
        var upload = file(1, "image/png", "a.png")
        upload.minutesToLive = minutes
        #expect(violations(upload).isEmpty == isGood)
    }

    @Test("and every type can be found by its name and by its extension")
    func table() {
        #expect(MediaType.all.count == 18)
        for type in MediaType.all {
            #expect(MediaType(mimeType: type.mimeType.uppercased()) == type)
            for ending in type.fileExtensions { #expect(MediaType(filename: "x.\(ending)") == type) }
        }
        #expect(MediaType(filename: "x.gif") == nil && MediaType(mimeType: "image/gif") == nil)
    }

    @Test("and neither their name nor their bytes show")
    func description() {
        let upload = MediaUpload(Array("secret".utf8), mimeType: "image/png", filename: "Jane.png")
        #expect("\(upload)" == "upload of type image/png, 6 bytes")
        #expect(!String(reflecting: upload).contains("Jane"))
    }
}
