import ArgumentParser
import WhatsApp

/// `whatsapp profile`: what customers see of the business.
struct Profile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the business profile, or changes what is named.",
        discussion: """
            Without options the profile is shown. With options what they name is changed and nothing else; an empty text takes \
            it away, where the platform allows that (not for --about and --vertical).

            Settings come from the environment: WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID.
            """)

    @Option(help: "The line under the name, 1 to 139 characters.")
    var about: String?

    @Option(help: "The postal address, at most 256 characters.")
    var address: String?

    @Option(help: "What the business does, at most 512 characters.")
    var description: String?

    @Option(help: "The address for e-mail, at most 128 characters.")
    var email: String?

    @Option(name: .customLong("website"), help: "A website with its scheme; twice for two. They replace those before.")
    var websites: [String] = []

    @Flag(help: "Take the websites away.")
    var noWebsites = false

    @Option(help: "The line of business: RETAIL or \"Shopping and Retail\"; see --verticals.")
    var vertical: String?

    @Option(help: "A picture: a JPEG or PNG file, a square of 640 × 640 pixels as recommended.")
    var picture: String?

    @Flag(help: "List the lines of business and end.")
    var verticals = false

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard websites.isEmpty || !noWebsites else { throw ValidationError("Give either --website or --no-websites.") }
    }

    func run() async throws {
        if verticals { return listVerticals() }
        var update = BusinessProfileUpdate(
            about: about, address: address, profileDescription: description, email: email,
            websites: noWebsites ? [] : websites.isEmpty ? nil : websites)
        if let vertical {
            guard let known = BusinessVertical(displayName: vertical) else {
                throw ValidationError("--vertical: no line of business has this name; see --verticals.")
            }
            update.vertical = known
        }
        do {
            try update.validate()
        } catch {
            throw ValidationError("\(error)")
        }
        let upload: MediaUpload?
        do {
            upload = try picture.map { try MediaUpload(file: $0) }
        } catch {
            throw ValidationError("--picture: \(error)")
        }
        let provider = try Settings.provider()
        do throws(WhatsAppError) {
            if let upload {
                switch provider {
                case let cloud as CloudAPI: update.picture = try await cloud.uploadProfilePicture(upload)
                case let dialog as Dialog360: update.picture = try await dialog.uploadProfilePicture(upload)
                default: throw .unsupported(Capability(rawValue: "profile.uploadPicture"), by: provider.name)
                }
            }
            if !update.isEmpty { try await provider.updateBusinessProfile(update) }
            show(try await provider.businessProfile())
        } catch {
            throw Settings.fail(error)
        }
    }

    private func show(_ profile: BusinessProfile) {
        if json {
            return Output.line(
                .compact([
                    ("about", .text(profile.about)), ("address", .text(profile.address)),
                    ("description", .text(profile.profileDescription)), ("email", .text(profile.email)),
                    ("websites", .array(profile.websites.map { .string($0) })),
                    ("vertical", .text(profile.vertical?.rawValue)),
                    ("profile_picture_url", .text(profile.pictureURL)),
                ]))
        }
        let vertical = profile.vertical.map { $0.displayName ?? $0.rawValue }
        let lines: [(String, String?)] =
            [
                ("about", profile.about), ("address", profile.address), ("description", profile.profileDescription),
                ("email", profile.email), ("vertical", vertical),
            ] + profile.websites.map { ("website", $0) } + [("picture", profile.pictureURL)]
        for (name, text) in lines {
            if let text { print("\(name): \(text)") }
        }
    }

    private func listVerticals() {
        for vertical in BusinessVertical.choices {
            if json {
                Output.line(["vertical": .string(vertical.rawValue), "name": .text(vertical.displayName)])
            } else {
                print("\(vertical.rawValue)  \(vertical.displayName ?? "")")
            }
        }
    }
}
