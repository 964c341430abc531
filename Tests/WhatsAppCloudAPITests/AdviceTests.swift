import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppCloudAPI

@Suite("What to do about a failed call")
struct CallAdviceTests {
    private func error(
        _ code: WhatsAppError.Code, _ outcome: WhatsAppError.Outcome = .refused,
        platform: PlatformError? = nil,
        status: Int? = nil, retryAfter: Duration? = nil, callbackData: String? = nil
    ) -> WhatsAppError {
        WhatsAppError(
            code: code, outcome: outcome, message: "a test", platform: platform,
            response: status.map { ResponseMetadata(status: .init(code: $0), headers: [:], body: []) },
            retryAfter: retryAfter, callbackData: callbackData)
    }

    @Test("an unknown outcome is found out first, whatever the code advises")
    func unknownOutcome() {
        let fault = error(
            .unavailable, .unknown, platform: PlatformError(code: .somethingWentWrong), status: 500)
        #expect(fault.advice.action == .findOut)
        #expect(fault.advice.wait(beforeRetry: 1) == nil)
        let send = error(.transport, .unknown, callbackData: "tag")
        #expect(send.advice.action == .findOut)
        #expect(send.advice.sentence.contains("status"))
    }

    @Test("the platform's number decides, then the HTTP status, then the kind of failure")
    func order() {
        #expect(
            error(.rejected, platform: PlatformError(code: .reEngagement), status: 429).advice.action
                == .afterFix)
        let strange = PlatformError(code: 424_242)
        #expect(error(.rateLimited, platform: strange, status: 429).advice.action == .backOff)
        #expect(error(.unauthorized, platform: strange, status: 403).advice.action == .afterFix)
        #expect(error(.rejected, platform: strange, status: 400).advice.action == .never)
        #expect(
            error(.rejected, platform: PlatformError(code: 132_999), status: 400).advice.action
                == .afterFix)
        #expect(error(.rejected, status: 400).advice.action == .never)
        #expect(error(.rateLimited, status: 429).advice.action == .backOff)
        #expect(error(.unauthorized, status: 401).advice.action == .afterFix)
        #expect(error(.invalid, .notSent).advice.action == .afterFix)
        #expect(error(.unsupported, .notSent).advice.action == .never)
        #expect(error(.transport, .notSent).advice.action == .backOff)
        #expect(error(.cancelled, .notSent).advice.action == .never)
    }

    @Test("a longer Retry-After counts")
    func retryAfter() {
        let limited = PlatformError(code: .pairRateLimitHit)
        #expect(
            error(.rateLimited, platform: limited, retryAfter: .seconds(30)).advice.wait(beforeRetry: 1)
                == .seconds(30))
        #expect(
            error(
                .rejected, platform: PlatformError(code: .ecosystemEngagement), retryAfter: .seconds(30)
            ).advice
                .minimumWait == .seconds(86_400))
        #expect(
            error(.rejected, platform: PlatformError(code: .undeliverable), retryAfter: .seconds(30))
                .advice
                .minimumWait == nil)
    }

    @Test("families stand in a catch")
    func catching() {
        func kind(_ failure: WhatsAppError) -> String {
            do throws(WhatsAppError) {
                throw failure
            } catch  where error.family == .template {
                return "template"
            } catch {
                return error.family?.description ?? "none"
            }
        }
        #expect(kind(error(.rejected, platform: PlatformError(code: .templatePaused))) == "template")
        #expect(kind(error(.rejected, platform: PlatformError(code: .undeliverable))) == "recipient")
        #expect(kind(error(.transport, .notSent)) == "none")
    }

    @Test(
        "answers of the Graph API are understood by their subcode and by where the error stands",
        arguments: [
            (#"{"error":{"code":100,"error_subcode":2388040}}"#, 400, "rejected", 2_388_040, "afterFix"),
            (#"{"error":{"code":100,"error_subcode":"33"}}"#, 400, "rejected", 33, "afterFix"),
            (
                #"{"error":{"code":100,"error_subcode":2446079}}"#, 400, "rateLimited", 2_446_079, "backOff"
            ),
            (#"{"error":{"code":131208}}"#, 400, "rateLimited", 131_208, "backOff"),
            (#"{"error":{"code":470}}"#, 400, "rejected", 470, "never"),
            (#"{"errors":[{"code":470,"title":"Re-engagement"}]}"#, 400, "rejected", 131_047, "afterFix"),
            (#"{"errors":[{"code":1015}]}"#, 429, "rateLimited", 130_429, "backOff"),
            (#"{"errors":[{"code":1005}]}"#, 403, "unauthorized", 131_005, "afterFix"),
            (#"{"error":{"code":2}}"#, 503, "unavailable", 2, "findOut"),
        ])
    func answers(body: String, status: Int, code: String, resolved: Int, action: String) async {
        let cloud = makeCloud(ScriptedTransport(status: status, body: body), retryPolicy: .never)
        let error = await #expect(throws: WhatsAppError.self) {
            try await cloud.send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.code.description == code)
        #expect(error?.platform?.resolvedCode.rawValue == resolved)
        #expect(error?.advice.action.description == action)
    }

    @Test("a refusal says what its code means")
    func sentence() async {
        let body =
            #"{"error":{"message":"(#190) Ada","code":190,"error_subcode":460,"fbtrace_id":"TraceZ"}}"#
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(ScriptedTransport(status: 401, body: body), retryPolicy: .never)
                .send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.platform?.tokenProblem == .passwordChanged)
        #expect(
            error?.description
                == "unauthorized: The password of the person behind the access token has changed since it was made; code 190, subcode 460, trace TraceZ; HTTP 401"
        )
    }

    @Test("an errors array in an answer that succeeded is no failure")
    func partialSuccess() async throws {
        let body = #"{"errors":[{"code":131203}],"id":"106540352242922"}"#
        _ = try await makeCloud(ScriptedTransport(status: 200, body: body)).execute(.get("106540352242922"))
    }

    @Test(
        "a limit that lasts for hours is not run into again within seconds",
        arguments: [131_048, 133_016, 138_012])
    func longLimits(code: Int) async {
        let transport = ScriptedTransport(status: 429, body: #"{"error":{"code":\#(code)}}"#)
        let error = await #expect(throws: WhatsAppError.self) {
            try await makeCloud(transport).send(.text("Hi"), to: "+15550001111")
        }
        #expect(error?.attempts == 1)
        #expect(error?.advice.action == .wait)
        #expect(await transport.received.count == 1)
    }
}
