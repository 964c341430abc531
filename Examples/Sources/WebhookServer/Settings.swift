import Foundation
import WhatsApp

/// What the environment says.
struct Settings {
    /// A setting that is missing or wrong.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    var token: Secret
    var phoneNumberID: PhoneNumberID
    var appSecret: Secret
    var verifyToken: Secret
    var baseURL: String
    var host: String
    var port: Int
    var files: URL

    init(_ environment: [String: String]) throws(Failure) {
        func required(_ name: String) throws(Failure) -> String {
            guard let value = environment[name], !value.isEmpty else {
                throw Failure(description: "\(name) is not set")
            }
            return value
        }
        token = Secret(try required("WHATSAPP_TOKEN"))
        phoneNumberID = PhoneNumberID(try required("WHATSAPP_PHONE_NUMBER_ID"))
        appSecret = Secret(try required("WHATSAPP_APP_SECRET"))
        verifyToken = Secret(try required("WHATSAPP_VERIFY_TOKEN"))
        baseURL = environment["WHATSAPP_BASE_URL"] ?? CloudAPI.Configuration().baseURL
        host = environment["HOST"] ?? "127.0.0.1"
        guard let port = Int(environment["PORT"] ?? "8081") else { throw Failure(description: "PORT is no number") }
        self.port = port
        files = URL(fileURLWithPath: environment["FILES"] ?? NSTemporaryDirectory(), isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        } catch {
            throw Failure(description: "FILES is no folder that can be made")
        }
    }
}
