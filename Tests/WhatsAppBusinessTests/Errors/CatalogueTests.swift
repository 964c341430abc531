import Testing
import WhatsAppBusiness

@Suite("The catalogue of error codes")
struct CatalogueTests {
    @Test("the tables of the reference are whole")
    func tables() {
        #expect(ReferenceCodes.rows.count == 183)
        #expect(Set(ReferenceCodes.rows.map(\.code)).count == 183)
        #expect(ReferenceCodes.onPremises.count == 75)
    }

    @Test("knows every documented code, its family and its advice", arguments: ReferenceCodes.rows)
    func documented(row: ReferenceCodes.Row) {
        let code = PlatformErrorCode(rawValue: row.code)
        #expect(code.isDocumented)
        #expect(code.family.description == row.family)
        #expect(code.family.contains(code))
        #expect(code.advice.action.description == row.retry)
        #expect(code.meaning.count >= 15 && code.meaning.hasSuffix("."))
        #expect(code.advice.sentence.count > 10 && code.advice.sentence.hasSuffix("."))
    }

    @Test("holds no code twice, and none beyond the reference but the subcodes of its samples")
    func noOthers() {
        let documented = PlatformErrorCode.documented
        #expect(Set(documented).count == documented.count)
        #expect(documented == documented.sorted { $0.rawValue < $1.rawValue })
        let samples = [1_349_174, 1_349_175, 1_349_176, 1_675_030, 2_018_001, 2_207_051, 2_446_079]
        #expect(Set(documented.map(\.rawValue)) == Set(ReferenceCodes.rows.map(\.code) + samples))
    }

    @Test("says how long to wait, where that is documented")
    func waits() {
        func waits(_ code: PlatformErrorCode) -> [Duration?] { (1...4).map { code.advice.wait(beforeRetry: $0) } }
        #expect(waits(.pairRateLimitHit) == [.seconds(1), .seconds(4), .seconds(16), .seconds(64)])
        #expect(
            waits(.ecosystemEngagement)
                == [.seconds(86_400), .seconds(172_800), .seconds(345_600), .seconds(691_200)])
        #expect(waits(.registrationRateLimit) == Array(repeating: .seconds(259_200), count: 4))
        #expect(PlatformErrorCode.numberBeingDeleted.advice.minimumWait == .seconds(300))
        #expect(PlatformErrorCode.templateSyncing.advice.minimumWait == .seconds(600))
        #expect(PlatformErrorCode.flowThrottled.advice.minimumWait == .seconds(3600))
        #expect(waits(.rateLimitHit) == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
        #expect(PlatformErrorCode.businessCallLimit.advice.isRepeatable)
        #expect(waits(.businessCallLimit) == [nil, nil, nil, nil], "only the details know")
        #expect(waits(.undeliverable) == [nil, nil, nil, nil])
        #expect(waits(.reEngagement) == [nil, nil, nil, nil])
        #expect(waits(.groupPartialSuccess) == [nil, nil, nil, nil])
    }

    @Test("waits never overflow nor shrink", arguments: [-1, 0, 1, 2, 7, 64, 1_000, Int.max])
    func longWaits(retry: Int) {
        #expect(PlatformErrorCode.rateLimitHit.advice.wait(beforeRetry: retry) ?? .zero <= .seconds(3600))
        #expect(PlatformErrorCode.ecosystemEngagement.advice.wait(beforeRetry: retry) ?? .zero >= .seconds(86_400))
        for wait in [Duration.zero, .seconds(-5), .nanoseconds(1), .seconds(Int64.max)] {
            let advice = RetryAdvice(action: .backOff, minimumWait: wait, growth: 9, sentence: "Wait.")
            #expect(advice.wait(beforeRetry: retry) ?? .zero >= wait)
        }
    }

    @Test(
        "places unknown numbers by their range",
        arguments: [
            (299, "authorization", "afterFix"), (80_014, "throttling", "backOff"), (80_015, "unknown", "never"),
            (130_999, "recipient", "never"), (131_199, "recipient", "never"), (131_200, "recipient", "never"),
            (131_299, "groups", "never"), (131_300, "recipient", "never"), (132_999, "template", "afterFix"),
            (133_999, "registration", "afterFix"), (134_999, "marketing", "afterFix"),
            (136_001, "registration", "afterFix"), (138_999, "calling", "afterFix"), (139_099, "flow", "afterFix"),
            (139_199, "blocking", "afterFix"), (147_999, "username", "afterFix"), (2_388_999, "template", "afterFix"),
            (2_494_999, "server", "backOff"), (2_593_999, "sync", "never"), (424_242, "unknown", "never"),
            (-1, "unknown", "never"), (Int.max, "unknown", "never"), (Int.min, "unknown", "never"),
            (300, "unknown", "never"), (470, "unknown", "never"), (1026, "unknown", "never"),
        ])
    func ranges(number: Int, family: String, action: String) {
        let code = PlatformErrorCode(rawValue: number)
        #expect(!code.isDocumented)
        #expect(code.family.description == family)
        #expect(code.family.contains(code))
        #expect(code.advice.action.description == action)
        #expect(code.meaning.contains("not documented"))
    }

    @Test("each code belongs to its family and to no other, but limits are throttling too")
    func families() {
        let limits: Set<PlatformErrorCode> = [
            .groupRateLimit, .concurrentCallLimit, .callRateLimitOfNumber, .callPermissionRequestLimit,
            .businessCallLimit, .flowThrottled,
        ]
        for code in PlatformErrorCode.documented + [424_242, 132_999] {
            let found = PlatformErrorCode.Family.all.filter { $0.contains(code) }
            #expect(Set(found) == (limits.contains(code) ? [code.family, .throttling] : [code.family]))
        }
        #expect(PlatformErrorCode.Family.all.count == 21)
    }

    @Test("families work in a switch, beside codes")
    func patterns() {
        func name(_ code: PlatformErrorCode?) -> String {
            switch code {
            case .reEngagement?: "window"
            case .throttling?: "throttling"
            case .recipient?: "recipient"
            case .calling?: "calling"
            case .some: "other"
            case nil: "none"
            }
        }
        #expect(
            [131_047, 131_056, 131_026, 138_006, 138_005, 0].map { name(PlatformErrorCode(rawValue: $0)) }
                == ["window", "throttling", "recipient", "calling", "throttling", "other"])
        #expect(name(nil) == "none")
    }

    @Test("names every cause of an undeliverable message")
    func causes() {
        let meaning = PlatformErrorCode.undeliverable.meaning
        for cause in ["not on WhatsApp", "terms of service not accepted", "too old", "blocked"] {
            #expect(meaning.contains(cause))
        }
    }

    @Test("is cheap to ask")
    func cost() {
        let clock = ContinuousClock()
        var sum = 0
        let time = clock.measure {
            for number in 0..<20_000 { sum += PlatformErrorCode(rawValue: 131_000 + number % 64).meaning.utf8.count }
        }
        #expect(sum > 0)
        // Some 0.1 s in a debug build; a table built at every question would need minutes.
        #expect(time < .seconds(10))
    }
}
