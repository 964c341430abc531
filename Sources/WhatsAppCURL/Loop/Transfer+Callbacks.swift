import CCURL
import WhatsAppBusiness

// libcurl's callbacks. They run on the loop's thread, inside `curl_multi_perform` or `curl_easy_pause`.

/// The transfer that was given to libcurl as a callback's data.
private func transfer(_ data: UnsafeMutableRawPointer?) -> Transfer? {
    data.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

/// The connection is ready and the request is about to go out.
///
/// libcurl sends a request again by itself when a reused connection turns out to be closed, a POST too. Before it does,
/// it comes by here a second time: that is where it ends.
let onRequest: curl_prereq_callback = { data, _, _, _, _ in
    guard let transfer = transfer(data) else { return CURL_PREREQFUNC_ABORT }
    guard !transfer.isSent else {
        transfer.isRepeated = true
        return CURL_PREREQFUNC_ABORT
    }
    transfer.isSent = true
    return CURL_PREREQFUNC_OK
}

let onHeader: curl_write_callback = { bytes, size, count, data in
    guard let bytes, let transfer = transfer(data) else { return 0 }
    let length = size * count
    return transfer.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
}

let onBody: curl_write_callback = { bytes, size, count, data in
    guard let bytes, let transfer = transfer(data) else { return 0 }
    return transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

let onRead: curl_read_callback = { bytes, size, count, data in
    guard let bytes, let transfer = transfer(data) else { return Int(CURL_READFUNC_ABORT) }
    return transfer.supplyBody(UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
}

extension Transfer {
    /// Takes one line of a header: of the final one, of one that came before (1xx), or of a trailer.
    fileprivate func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        guard !isHeaderComplete else { return true }
        return line.withMemoryRebound(to: UInt8.self) { line in
            if StatusLine.isStatusLine(line) {
                header.removeAll(keepingCapacity: true)
                if header.capacity == 0 { header.reserveCapacity(512) }
                status = StatusLine.code(of: line)
                contentLength = nil
                isChunked = false
            }
            guard header.count + line.count <= maximumHeaderBytes else {
                return fail(.invalidResponse, "the response's header is longer than \(maximumHeaderBytes) bytes")
            }
            header += line
            guard line[0] == 0x0D || line[0] == 0x0A else {
                noteLength(line)
                return true
            }
            guard let status else { return fail(.invalidResponse, "the answer has no HTTP status line") }
            return status < 200 && status != 101 ? true : completeHeader()
        }
    }

    private func completeHeader() -> Bool {
        isHeaderComplete = true
        guard let request = call?.request else { return false }
        if let contentLength, !isChunked, !isBodyless {
            guard contentLength <= request.maximumBytes else { return failTooLarge(request.maximumBytes) }
            if stream == nil { body.reserveCapacity(min(contentLength, 1 << 20)) }
        }
        answerWithStream()
        return true
    }

    private func noteLength(_ line: UnsafeBufferPointer<UInt8>) {
        switch line[0] | 0x20 {
        case UInt8(ascii: "c"): if let value = Self.decimal(in: line, after: "content-length") { contentLength = value }
        case UInt8(ascii: "t"): isChunked = isChunked || Self.value(in: line, after: "transfer-encoding") != nil
        default: break
        }
    }

    private static func value(
        in line: UnsafeBufferPointer<UInt8>, after name: StaticString
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        let count = name.utf8CodeUnitCount
        guard line.count > count, line[count] == UInt8(ascii: ":") else { return nil }
        for index in 0..<count where line[index] | 0x20 != name.utf8Start[index] | 0x20 { return nil }
        return line[(count + 1)...]
    }

    private static func decimal(in line: UnsafeBufferPointer<UInt8>, after name: StaticString) -> Int? {
        guard let value = value(in: line, after: name) else { return nil }
        var number = 0
        for byte in value where byte != 0x20 && byte != 0x09 && byte != 0x0D && byte != 0x0A {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
            guard !overflow, tens <= Int.max - 9 else { return Int.max }
            number = tens + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    fileprivate func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let request = call?.request else { return 0 }
        guard bytes.count <= request.maximumBytes - received else {
            _ = failTooLarge(request.maximumBytes)
            return 0
        }
        let isTaken = bytes.withMemoryRebound(to: UInt8.self) { bytes in
            guard let stream else {
                body += bytes
                return true
            }
            return stream.append(bytes)
        }
        guard isTaken else { return Int(CURL_WRITEFUNC_PAUSE) }
        received += bytes.count
        return bytes.count
    }

    fileprivate func supplyBody(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        switch call?.request.body {
        case .bytes(let bytes):
            let count = min(buffer.count, bytes.count - bodyOffset)
            bytes.withUnsafeBytes { bytes in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[bodyOffset..<bodyOffset + count]))
            }
            bodyOffset += count
            return count
        case .stream(let stream):
            switch stream.take(into: buffer) {
            case .bytes(let count): return count
            case .end: return 0
            case .pause: return Int(CURL_READFUNC_PAUSE)
            case .failed(let error):
                failure = error
                return Int(CURL_READFUNC_ABORT)
            }
        case .some(.none), nil:
            return 0
        }
    }

    private func failTooLarge(_ maximumBytes: Int) -> Bool {
        failure = .responseTooLarge(maximumBytes)
        return false
    }

    private func fail(_ code: TransportError.Code, _ message: String) -> Bool {
        failure = TransportError(code: code, delivery: .unknown, message: message)
        return false
    }
}
