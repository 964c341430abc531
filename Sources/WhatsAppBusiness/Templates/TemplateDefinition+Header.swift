extension TemplateDefinition {
    /// What stands above the body.
    ///
    /// Source: Cloud API reference §4.3 (November 2025).
    public struct Header: TemplateNode {
        /// What a header shows.
        #if hasAttribute(nonexhaustive)
        @nonexhaustive
        #endif
        public enum Content: Hashable, Sendable {
            /// A text with at most one placeholder.
            case text(String, samples: TemplateSamples?)
            /// A picture.
            case image(sample: TemplateHeaderSample?)
            /// A video.
            case video(sample: TemplateHeaderSample?)
            /// A document.
            case document(sample: TemplateHeaderSample?)
            /// A moving picture; of the Marketing Messages API.
            case gif(sample: TemplateHeaderSample?)
            /// A place.
            case location
            /// A product.
            case product
            /// A format that this version does not know.
            case unrecognized(format: String)
        }

        /// What it shows.
        public var content: Content
        package var spelling = MemberSpelling()

        /// Creates a header.
        public init(_ content: Content) {
            self.content = content
        }

        /// The platform's word for what it shows.
        public var format: String {
            switch content {
            case .text: return "TEXT"
            case .image: return "IMAGE"
            case .video: return "VIDEO"
            case .document: return "DOCUMENT"
            case .gif: return "GIF"
            case .location: return "LOCATION"
            case .product: return "PRODUCT"
            case .unrecognized(let format): return format
            }
        }

        /// The text, where it shows one.
        public var text: String? {
            guard case .text(let text, _) = content else { return nil }
            return text
        }

        /// The sample of a picture, a video or a document.
        public var mediaSample: TemplateHeaderSample? {
            switch content {
            case .image(let sample), .video(let sample), .document(let sample), .gif(let sample): return sample
            default: return nil
            }
        }

        /// Whether it shows a picture, a video or a document.
        public var isMedia: Bool {
            switch content {
            case .image, .video, .document, .gif: return true
            default: return false
            }
        }

        package init(reading object: WireObject) {
            let format = object.word("format")
            if format == nil { object.fail("format", .required, "a header needs its format") }
            let media = {
                guard let values = object.part("example")?.elements("header_handle") else {
                    return nil as TemplateHeaderSample?
                }
                if values.count != 1 {
                    object.log.fail(
                        at: "example.header_handle", values.isEmpty ? .required : .maxCount, "one handle belongs here",
                        limit: 1, actual: values.count)
                }
                guard let text = values.first?.string ?? values.first?.number?.text else {
                    if !values.isEmpty {
                        object.log.fail(at: "example.header_handle[0]", .type, "a text belongs here")
                    }
                    return nil
                }
                return TemplateHeaderSample(text)
            }
            switch format {
            case "TEXT", nil:
                let samples = TemplateSamples(
                    reading: object.part("example"), positional: "header_text", named: "header_text_named_params")
                self.init(.text(object.optionalText("text") ?? "", samples: samples))
            case "IMAGE": self.init(.image(sample: media()))
            case "VIDEO": self.init(.video(sample: media()))
            case "DOCUMENT": self.init(.document(sample: media()))
            case "GIF": self.init(.gif(sample: media()))
            case "LOCATION": self.init(.location)
            case "PRODUCT": self.init(.product)
            case let format?: self.init(.unrecognized(format: format))
            }
        }

        package var members: JSONObject {
            var members: JSONObject = ["type": "HEADER", "format": .string(format)]
            if case .text(let text, let samples) = content {
                members["text"] = .string(text)
                members["example"] = samples?
                    .example(positional: "header_text", named: "header_text_named_params", isNested: false)
            } else if let sample = mediaSample {
                members["example"] = ["header_handle": [.string(sample.text)]]
            }
            return members
        }
    }
}
