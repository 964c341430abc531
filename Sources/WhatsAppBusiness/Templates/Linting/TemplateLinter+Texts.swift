extension TemplateLinter {
    mutating func lint(_ header: TemplateDefinition.Header, at path: String, inCard: Bool) {
        node(header, at: path)
        forbidInAuthentication(path)
        switch header.content {
        case .text(let text, let samples):
            if inCard {
                refuse(path + ".format", .notAllowed, "a card's header is IMAGE, VIDEO or PRODUCT", .components)
            }
            headerText(text, samples, at: path)
        case .image(let sample), .video(let sample):
            handle(sample, at: path)
        case .document(let sample), .gif(let sample):
            if inCard {
                refuse(path + ".format", .notAllowed, "a card's header is IMAGE, VIDEO or PRODUCT", .components)
            }
            handle(sample, at: path)
        case .location:
            if inCard {
                refuse(path + ".format", .notAllowed, "a card's header is IMAGE, VIDEO or PRODUCT", .components)
            }
        case .product:
            if !inCard, !definition.buttons.contains(where: { $0.kind == .singleProduct }) {
                warn(
                    path + ".format", .consistency, "a PRODUCT header goes with an SPM button or a carousel",
                    .components)
            }
        case .unrecognized: warn(path + ".format", .unsupported, "this version knows no header of this format")
        }
    }

    private mutating func headerText(_ text: String, _ samples: TemplateSamples?, at path: String) {
        let rules = rules
        let textPath = path + ".text"
        check(.components) { $0.text(text, at: textPath, maximum: rules.maximumHeaderLength) }
        let names = TemplatePlaceholder.names(in: text)
        if names.count > rules.maximumHeaderPlaceholderCount {
            refuse(
                textPath, .maxCount, "a header has one placeholder", .components,
                limit: rules.maximumHeaderPlaceholderCount, actual: names.count)
        }
        if TemplateMarkup.isFormatted(text) {
            refuse(textPath, .characters, "a header has no formatting", .components)
        } else if text.contains("*") {
            warn(textPath, .characters, "a header has no formatting")
        }
        if text.contains(where: \.isNewline) { warn(textPath, .characters, "a header is one line") }
        if TemplateMarkup.hasEmoji(text) { warn(textPath, .characters, "a header has no emoji") }
        placeholders(of: text, at: textPath, isBody: false)
        self.samples(samples, for: text, at: path + ".example", "header_text")
    }

    private mutating func handle(_ sample: TemplateHeaderSample?, at path: String) {
        let path = path + ".example.header_handle"
        guard let sample else {
            refuse(path, .required, "a media header needs the upload handle of a sample", .components)
            return
        }
        let element = path + "[0]"
        switch sample {
        case .address: refuse(element, .pattern, "an upload handle belongs here, and this is an address", .uploads)
        case .handle(let handle):
            let text = handle.rawValue
            check(.uploads) { $0.required(text, at: element) }
            if !text.isEmpty, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
                refuse(element, .pattern, "an upload handle belongs here, and this looks like a media id", .uploads)
            } else if text.hasPrefix("upload:") {
                refuse(
                    element, .pattern, "an upload handle belongs here, and this is the id of an upload that was begun",
                    .uploads)
            }
        }
    }

    mutating func lint(_ body: TemplateDefinition.Body, at path: String, maximum: Int) {
        node(body, at: path)
        let textPath = path + ".text"
        if isAuthentication {
            if body.text != nil {
                refuse(
                    textPath, .notAllowed, "the words of an authentication template are the platform's",
                    .authentication)
            }
            return
        }
        if body.addsSecurityRecommendation != nil {
            warn(
                path + ".add_security_recommendation", .notAllowed, "this is for authentication templates",
                .authentication)
        }
        let text = body.text ?? ""
        check(.components) { $0.text(text, at: textPath, maximum: maximum) }
        placeholders(of: text, at: textPath, isBody: true)
        samples(body.samples, for: text, at: path + ".example", "body_text")
    }

    // MARK: Placeholders

    private mutating func placeholders(of text: String, at path: String, isBody: Bool) {
        let pieces = TemplatePlaceholder.pieces(of: text)
        let all = pieces.compactMap { piece -> TemplatePlaceholder? in
            guard case .placeholder(let placeholder) = piece else { return nil }
            return placeholder
        }
        let hasOpenBraces = pieces.contains { piece in
            guard case .text(let text) = piece else { return false }
            return text.contains("{{")
        }
        if hasOpenBraces { warn(path, .placeholderFormat, "braces that are not closed make no placeholder") }
        guard !all.isEmpty else { return }
        format(of: all, at: path)
        if all.contains(where: { !$0.isExact }) {
            warn(path, .placeholderFormat, "a placeholder is spelled without spaces and without zeros before it")
        }
        if isBody { edges(of: pieces, at: path) }
        for (first, second) in zip(all, all.dropFirst()) {
            let between = text[first.range.upperBound..<second.range.lowerBound]
            if between.isEmpty {
                refuse(path, .adjacentPlaceholders, "between two placeholders stands text", .creation)
                break
            }
            if between.allSatisfy(\.isWhitespace) {
                warn(path, .adjacentPlaceholders, "between two placeholders stand words")
                break
            }
        }
        guard isBody else { return }
        let words = pieces.reduce(0) { count, piece in
            guard case .text(let text) = piece else { return count }
            return count + text.split(whereSeparator: \.isWhitespace).count
        }
        let distinct = Set(all.map(\.name)).count
        if words < 2 * distinct + 1 {
            warn(
                path, .placeholderRatio, "there are few words for so many placeholders", limit: 2 * distinct + 1,
                actual: words)
        }
    }

    /// Numbers or names, as the template says.
    private mutating func format(of all: [TemplatePlaceholder], at path: String) {
        var positions: Set<Int> = []
        var names: [String] = []
        for placeholder in all {
            switch placeholder.key {
            case .position(let position): positions.insert(position)
            case .name(let name): names.append(name)
            }
        }
        if definition.usesNamedParameters, !positions.isEmpty {
            refuse(path, .placeholderFormat, "the template's placeholders are names", .creation)
        } else if !definition.usesNamedParameters, !names.isEmpty {
            refuse(
                path, .placeholderFormat,
                positions.isEmpty
                    ? "placeholders are names only where parameter_format says NAMED"
                    : "placeholders are numbers or names, not both", .creation)
        } else if let gap = (1...(positions.count + 1)).first(where: { !positions.contains($0) }),
            gap <= positions.count
        {
            refuse(
                path, .placeholderNumbering, "placeholders are numbered from 1 without gaps", .creation, limit: gap,
                actual: positions.filter { $0 > gap }.min() ?? positions.max())
        }
        for name in Set(names) {
            if !name.utf8.allSatisfy(Self.isPlaceholderByte) {
                refuse(
                    path, .placeholderName, "a placeholder's name holds small letters, digits and underscores",
                    .creation)
                break
            }
            let count = name.unicodeScalars.count
            if count > rules.maximumPlaceholderNameLength {
                warn(
                    path, .placeholderName, "a placeholder's name is short",
                    limit: rules.maximumPlaceholderNameLength, actual: count)
                break
            }
        }
    }

    private static func isPlaceholderByte(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    }

    private mutating func edges(of pieces: [TemplatePlaceholder.Piece], at path: String) {
        for (pieces, what) in [(pieces, "begin"), (pieces.reversed(), "end")] {
            switch pieces.first {
            case .placeholder: refuse(path, .placeholderAtEdge, "a text does not \(what) with a placeholder", .creation)
            case .text(let text) where text.allSatisfy(\.isWhitespace) && pieces.count > 1:
                warn(path, .placeholderAtEdge, "a text does not \(what) with a placeholder")
            default: break
            }
        }
    }

    // MARK: Samples

    private mutating func samples(
        _ samples: TemplateSamples?, for text: String, at path: String, _ positionalKey: String
    ) {
        let names = TemplatePlaceholder.names(in: text)
        guard !names.isEmpty else {
            if let samples, samples.count > 0 {
                warn(path, .samples, "samples are for placeholders", .components, limit: 0, actual: samples.count)
            }
            return
        }
        switch samples {
        case nil:
            refuse(path, .required, "each placeholder needs a sample", .components, limit: names.count, actual: 0)
        case .positional(let values)?:
            let path = "\(path).\(positionalKey)"
            if definition.usesNamedParameters {
                refuse(path, .samples, "the samples of names are named", .components)
            } else if values.count != names.count {
                refuse(
                    path, .samples, "each placeholder has one sample", .components, limit: names.count,
                    actual: values.count)
            }
            if values.contains(where: \.isEmpty) { refuse(path, .required, "a sample is not empty", .components) }
        case .named(let values)?:
            let path = "\(path).\(positionalKey)_named_params"
            if !definition.usesNamedParameters {
                refuse(path, .samples, "the samples of numbers stand in their order, without names", .components)
            } else if Set(values.map(\.name)) != Set(names) || values.count != names.count {
                refuse(
                    path, .samples, "each placeholder has one sample of its name", .components, limit: names.count,
                    actual: values.count)
            }
            if values.contains(where: \.value.isEmpty) { refuse(path, .required, "a sample is not empty", .components) }
        }
    }
}

/// What stands in texts beside words.
enum TemplateMarkup {
    /// Whether part of a text is bold, italic, struck through or monospaced by WhatsApp's marks.
    static func isFormatted(_ text: String) -> Bool {
        // Underscores in names of placeholders are no marks.
        let text = Array(TemplatePlaceholder.replacing(in: text) { _ in "x" })
        if text.count > 6, String(text).components(separatedBy: "```") > 2 { return true }
        for mark in ["*", "_", "~"] as [Character] {
            var isOpen = false
            for (index, character) in text.enumerated() where character == mark {
                let before = index > 0 ? text[index - 1] : " "
                let after = index + 1 < text.count ? text[index + 1] : " "
                if isOpen, !before.isWhitespace, before != mark, !isWordCharacter(after) { return true }
                if !isWordCharacter(before), !after.isWhitespace, after != mark { isOpen = true }
            }
        }
        return false
    }

    private static func isWordCharacter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Whether a text has a picture in place of a letter.
    static func hasEmoji(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
    }
}

extension String {
    /// How many parts a separator makes of the text.
    fileprivate func components(separatedBy separator: String) -> Int {
        var count = 1
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
