import Testing
import WhatsApp360Dialog
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("360dialog's integrated onboarding")
struct OnboardingTests {
    @Test("begins at an address with everything encoded")
    func link() {
        let link = OnboardingLink(
            partnerID: "AbCdPA", email: "ada+1@shop.example", name: "Ada & Söhne", partnerPayload: "a=b", state: "s/1",
            redirectURL: "https://h.example/back?x=1", startsWithLogin: true, plan: "regular",
            phoneNumber: PhoneNumber(rawValue: "15550783881"), clientID: "AbCL", connectsUserToClient: true,
            parameters: ["own": "v", "state": "never"])
        #expect(
            link.url
                == "https://hub.360dialog.com/dashboard/app/AbCdPA/permissions?email=ada%2B1%40shop.example&name=Ada%20%26%20S%C3%B6hne&partner=a%3Db&state=s%2F1&redirect_url=https%3A%2F%2Fh.example%2Fback%3Fx%3D1&next=login&plan_selection=regular&number=15550783881&client_id=AbCL&connect_client_user=true&own=v"
        )
        #expect(
            OnboardingLink(partnerID: "A/..", baseURL: "https://h.example/").url
                == "https://h.example/dashboard/app/A%2F../permissions")
        #expect(!"\(link)".contains("ada"))
    }

    @Test("signs a link by HMAC-SHA512 over partner and second")
    func signature() {
        let link = OnboardingLink(partnerID: "AbCdPA")
        let signature = link.signature(at: Date(timeIntervalSince1970: 1_795_510_800.9), platformSecret: "secret")
        #expect(
            signature
                == "6be248224e0cf4e45dd181eca40531b1d64f39bc55a112b6f4766e79bb8d8aeb6667d9d1f97e339a17f27aa2f5fadfffbc60f09583a3d182985ab22a769c2063"
        )
        #expect(signature == link.signature(at: Date(timeIntervalSince1970: 1_795_510_800), platformSecret: "secret"))
        #expect(signature != link.signature(at: Date(timeIntervalSince1970: 1_795_510_801), platformSecret: "secret"))
        #expect(signature != link.signature(at: Date(timeIntervalSince1970: 1_795_510_800), platformSecret: "other"))
    }

    @Test(
        "ends in lists that look like JSON and are none",
        arguments: [
            ("https://h.example/back?client=AbCL&channels=[A1CH,B2CH]&state=s%2F1&own=a+b", ["A1CH", "B2CH"]),
            ("/back?client=AbCL&channels=%5BA1CH%2C%20B2CH%5D&state=s/1&own=a%20b#top", ["A1CH", "B2CH"]),
            ("/back?client=AbCL&channels=[A1CH]&state=s/1&own=a+b", ["A1CH"]),
            ("/back?client=AbCL&channels=A1CH&state=s/1&own=a+b", ["A1CH"]),
            ("/back?client=AbCL&channels=[]&state=s/1&own=a+b", []),
            ("/back?client=AbCL&state=s/1&own=a+b", []),
            ("/back?client=AbCL&channels=[%22A1CH%22,,]&state=s/1&own=a+b", ["A1CH"]),
        ])
    func result(redirect: String, channels: [String]) throws {
        let result = try #require(OnboardingResult(redirect: redirect))
        #expect(result.client == "AbCL" && result.channels == channels)
        #expect(result.state == "s/1" && result.parameters == ["own": "a b"])
    }

    @Test("tells of permissions that were withdrawn, and of a client who gave up")
    func revoked() throws {
        let result = try #require(OnboardingResult(redirect: "/back?client=AbCL&revoked=[C3CH]"))
        #expect(result.revoked == ["C3CH"] && result.channels.isEmpty)
        for nothing in [
            "", "/back", "/back?", "/back?client=", "/back?channels=[A]",
            "?client=" + String(repeating: "a", count: 20_000),
        ] {
            #expect(OnboardingResult(redirect: nothing) == nil)
        }
    }
}
