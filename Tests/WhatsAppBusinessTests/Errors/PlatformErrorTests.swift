import Testing
import WhatsAppBusiness

@Suite("What the platform's errors mean")
struct PlatformErrorTests {
    /// The errors of a status that failed, through the decoder.
    private func errors(inStatus errors: String) throws -> [PlatformError] {
        let body = """
            {"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":\
            "15550783881","phone_number_id":"106540352242922"},"statuses":[{"id":"wamid.A","status":"failed",\
            "timestamp":"1760000000","recipient_id":"16505551234","errors":\(errors)}]}}
            """
        return try #require(try Delivery(decodingChange: Array(body.utf8)).statuses.first).errors
    }

    @Test(
        "a subcode is looked up before the code",
        arguments: [
            (100, 2_388_040, 2_388_040, "template"), (100, 2_388_103, 2_388_103, "migration"),
            (100, 33, 33, "parameter"),
            (100, 2_207_051, 133_010, "registration"), (100, 2_593_107, 2_593_107, "sync"),
            (2_388_040, nil, 2_388_040, "template"), (100, 2_388_999, 2_388_999, "template"),
            (132_000, 2_388_999, 132_000, "template"), (200, 1_349_174, 1_349_174, "authorization"),
            (4, 2_446_079, 2_446_079, "throttling"), (130_429, 2_494_055, 2_494_055, "throttling"),
            (100, 1_234_567, 100, "parameter"), (100, nil, 100, "parameter"), (100, 0, 100, "parameter"),
            (100, 131_026, 100, "parameter"), (190, 33, 190, "authorization"),
            (424_242, 2_388_999, 2_388_999, "template"),
            (100, 200_007, 200_007, "template"), (190, 463, 190, "authorization"), (100, -5, 100, "parameter"),
        ] as [(Int, Int?, Int, String)])
    func subcodes(code: Int, subcode: Int?, resolved: Int, family: String) {
        let error = PlatformError(code: PlatformErrorCode(rawValue: code), subcode: subcode)
        #expect(error.resolvedCode.rawValue == resolved)
        #expect(error.family.description == family)
        #expect(error.code.rawValue == code, "the code stays what it was")
    }

    @Test(
        "trouble with the token is told apart",
        arguments: [
            (190, 458, "appNotInstalled"), (190, 459, "userCheckpointed"), (190, 460, "passwordChanged"),
            (190, 463, "expired"), (102, 463, "expired"), (190, 464, "userUnconfirmed"), (190, 467, "loggedOut"),
            (190, 492, "sessionInvalid"), (190, nil, "invalid"), (190, 999, "invalid"), (102, nil, "invalid"),
            (0, nil, "invalid"), (104, nil, "missing"), (10, nil, "permissionMissing"), (3, nil, "permissionMissing"),
            (200, nil, "permissionMissing"), (299, nil, "permissionMissing"), (131_005, nil, "permissionMissing"),
            (200, 1_349_175, "permissionMissing"), (100, nil, nil), (131_047, 463, nil), (300, nil, nil),
        ] as [(Int, Int?, String?)])
    func tokens(code: Int, subcode: Int?, problem: String?) {
        let error = PlatformError(code: PlatformErrorCode(rawValue: code), subcode: subcode)
        #expect(error.tokenProblem?.rawValue == problem)
        if problem != nil {
            #expect(error.family == .authorization)
            #expect(error.advice.action == .afterFix)
        }
    }

    @Test("the subcodes of 190 have meanings of their own")
    func tokenMeanings() {
        let codes: [Int?] = [nil, 458, 459, 460, 463, 464, 467, 492]
        let errors = codes.map { PlatformError(code: .accessTokenExpired, subcode: $0) }
        #expect(Set(errors.map(\.meaning)).count == codes.count)
        #expect(errors[3].meaning.contains("password"))
    }

    @Test("numbers of the on-premises client become those of Cloud API", arguments: ReferenceCodes.onPremises)
    func onPremises(old: Int, cloud: Int) throws {
        let error = try #require(try errors(inStatus: #"[{"code":\#(old),"title":"Some title"}]"#).first)
        #expect(error.code.rawValue == old)
        #expect(error.source == .errorsArray)
        #expect(!error.meaning.contains("not documented"))
        #expect(error.tokenProblem == nil)
        if cloud == 0 {
            #expect(error.resolvedCode == error.code)
            #expect(error.family != .unknown)
        } else {
            let equivalent = PlatformErrorCode(rawValue: cloud)
            #expect(error.resolvedCode == equivalent)
            #expect(error.family == equivalent.family)
            #expect(error.advice == equivalent.advice)
            #expect(equivalent.isDocumented)
        }
        // The same number elsewhere is something else.
        let answer = PlatformError(code: PlatformErrorCode(rawValue: old))
        #expect(answer.resolvedCode.rawValue == old)
        #expect(answer.family == .unknown)
    }

    @Test("families match errors as they match codes")
    func patterns() throws {
        func name(_ error: PlatformError?) -> String {
            switch error {
            case .throttling?: "throttling"
            case .template?: "template"
            case .server?: "server"
            case .some: "other"
            case nil: "none"
            }
        }
        #expect(name(PlatformError(code: .invalidParameter, subcode: 2_388_040)) == "template")
        #expect(name(PlatformError(code: .invalidParameter)) == "other")
        #expect(name(PlatformError(code: .groupRateLimit)) == "throttling")
        #expect(name(try errors(inStatus: #"[{"code":"471"}]"#).first) == "throttling")
        #expect(name(PlatformError(code: 471)) == "other")
        #expect(name(try errors(inStatus: #"[{"code":1023}]"#).first) == "server")
        #expect(name(nil) == "none")
    }

    @Test("what the platform calls passing may be repeated, whatever the code")
    func transient() {
        #expect(PlatformError(code: .undeliverable, isTransient: true).advice.action == .backOff)
        #expect(PlatformError(code: .undeliverable, isTransient: false).advice.action == .never)
        let pair = PlatformError(code: .pairRateLimitHit, isTransient: true).advice
        #expect(pair.wait(beforeRetry: 3) == .seconds(16), "what is known of the wait stays")
        let deleted = PlatformError(code: .numberBeingDeleted, isTransient: true).advice
        #expect(deleted.action == .backOff && deleted.minimumWait == .seconds(300))
    }

    @Test("a code in text, as some webhooks have it, is the same")
    func textCode() throws {
        let errors = try errors(inStatus: #"[{"code":"131049"},{"code":131049,"error_data":"x"},{"title":"y"}]"#)
        #expect(errors.map(\.resolvedCode) == [.ecosystemEngagement, .ecosystemEngagement, .unspecified])
        #expect(errors[2].meaning == "This number is not documented.")
    }

    @Test("descriptions quote nothing of the platform's texts")
    func masked() {
        let error = PlatformError(
            code: .invalidParameter, subcode: 460, title: "Ada", message: "Ada 16505551234", details: "Ada",
            userTitle: "Ada", userMessage: "Ada", traceID: "TraceZ")
        let advice = WhatsAppError(code: .rejected, outcome: .refused, message: "x", platform: error).advice
        for text in [error.description, "\(error.advice)", error.meaning, "\(advice)", "\(error.family)"] {
            #expect(!text.contains("Ada") && !text.contains("16505551234"))
        }
    }
}
