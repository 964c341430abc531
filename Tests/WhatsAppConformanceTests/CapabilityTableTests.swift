import Testing
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The documentation of providers")
struct CapabilityTableTests {
    @Test("holds the table that the providers' own data makes")
    func table() async throws {
        let expected = Capabilities.table(of: [
            "Cloud API": await Scene(.cloudAPI).provider.capabilities,
            "360dialog": await Scene(.dialog360).provider.capabilities,
            "360dialog's sandbox": await Scene(.sandbox).provider.capabilities,
            "Chat API": await Scene(.chatAPI).provider.capabilities,
        ])
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let page = FileManager.default.contents(
            atPath: "\(root)/Sources/WhatsApp/Documentation.docc/ChoosingAProvider.md")
        let text = String(decoding: try #require(page), as: UTF8.self)
        #expect(text.contains(expected), "the table in ChoosingAProvider.md is to be:\n\(expected)")
    }
}
