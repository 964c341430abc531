/// libFuzzer calls this with millions of inputs; see Scripts/fuzz. It is compiled together with the sources of
/// WhatsAppBusiness, so that it reaches what is internal.
///
/// Whatever the bytes are, decoding returns or throws a typed error. A failed precondition is a finding, as is what the
/// address sanitizer sees.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    fuzzJSON(bytes)
    fuzzDelivery(bytes) { (body) throws(WebhookError) in try Delivery(decoding: body) }
    fuzzDelivery(bytes) { (body) throws(WebhookError) in try Delivery(decodingChange: body, businessAccountID: "1") }
    return 0
}

private func fuzzJSON(_ bytes: [UInt8]) {
    do throws(JSONError) {
        let value = try JSONValue(parsing: bytes)
        let text = value.serialized()
        let again = try JSONValue(parsing: text)
        precondition(again == value && again.hashValue == value.hashValue, "JSON changes on its way")
        precondition(again.serialized() == text, "JSON is not written the same way twice")
        let raw = try RawJSON(parsing: bytes)
        let same = try raw.value
        precondition(same == value && raw.detached() == raw, "a slice is another value")
    } catch {
        precondition((0...bytes.count).contains(error.offset), "the offset of an error is outside")
    }
}

private func fuzzDelivery(_ body: [UInt8], _ decode: ([UInt8]) throws(WebhookError) -> Delivery) {
    do throws(WebhookError) {
        let delivery = try decode(body)
        let again = try decode(body)
        precondition(delivery == again && delivery.hashValue == again.hashValue, "two decodings differ")
        for event in delivery.events { exercise(event, of: body) }
        for problem in delivery.problems {
            guard let raw = problem.raw else { preconditionFailure("a problem has no bytes") }
            exercise(raw, of: body)
            precondition(!problem.description.isEmpty && !problem.reason.isEmpty, "a problem gives no reason")
        }
    } catch {
        precondition(error.offset.map { (0...body.count).contains($0) } ?? true, "the offset of an error is outside")
        precondition(!error.description.isEmpty, "an error says nothing")
    }
}

private func exercise(_ event: WebhookEvent, of body: [UInt8]) {
    exercise(event.raw, of: body)
    precondition(!"\(event)".isEmpty, "an event says nothing")
    _ = (event.timestamp, event.receivedOn, event.businessAccountID, event.isRecognized)
    switch event {
    case .message(let message): exercise(message)
    case .status(let status): status.errors.forEach(exercise)
    case .echo(let echo): exercise(echo)
    case .history(.message(let message)), .standby(.message(let message)): exercise(message)
    case .history(.echo(let echo)), .standby(.echo(let echo)): exercise(echo)
    case .standby(.status(let status)): status.errors.forEach(exercise)
    case .history(.chunk(let chunk)):
        chunk.errors.forEach(exercise)
        for message in chunk.threads.flatMap(\.messages) {
            exercise(message.raw, of: body)
            exercise(message.summary)
            message.errors.forEach(exercise)
        }
    case .error(let event): exercise(event.error)
    case .call(let event): event.errors.forEach(exercise)
    case .group(let event): event.errors.forEach(exercise)
    default: break
    }
}

private func exercise(_ message: InboundMessage) {
    exercise(message.summary)
    _ = ("\(message)", "\(message.content)", message.contact?.description, message.sender?.description)
    message.errors.forEach(exercise)
}

private func exercise(_ echo: MessageEcho) {
    exercise(echo.summary)
    _ = ("\(echo)", "\(echo.content)", echo.recipient?.description)
    echo.errors.forEach(exercise)
}

private func exercise(_ summary: String) {
    precondition(!summary.contains(where: \.isNewline), "a summary has more than one line")
}

private func exercise(_ raw: RawJSON, of body: [UInt8]) {
    precondition(raw.range.lowerBound >= 0 && raw.range.upperBound <= body.count, "a slice is outside")
    precondition(!raw.range.isEmpty && raw.buffer.count == body.count, "a slice is of something else")
    do throws(JSONError) { _ = try raw.value } catch { preconditionFailure("a slice is not JSON") }
}

private func exercise(_ error: PlatformError) {
    precondition(!error.meaning.isEmpty && !error.advice.sentence.isEmpty, "an error has no meaning")
    precondition(error.family.contains(error.resolvedCode) || error.source == .errorsArray, "an error has two families")
    _ = (error.description, error.tokenProblem, error.advice.wait(beforeRetry: 40))
}
