import CCURL
import HTTPTypes
import WhatsAppBusiness

extension Transfer {
    /// Sets what holds for every call.
    func prepare(_ configuration: CURLTransport.Configuration, errorText: UnsafeMutablePointer<CChar>) -> Bool {
        let me = Unmanaged.passUnretained(self).toOpaque()
        let results = [
            whatsapp_curl_set_pointer(handle, CURLOPT_PRIVATE, me),
            whatsapp_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText),
            whatsapp_curl_set_data_callback(handle, CURLOPT_WRITEFUNCTION, onBody),
            whatsapp_curl_set_pointer(handle, CURLOPT_WRITEDATA, me),
            whatsapp_curl_set_data_callback(handle, CURLOPT_HEADERFUNCTION, onHeader),
            whatsapp_curl_set_pointer(handle, CURLOPT_HEADERDATA, me),
            whatsapp_curl_set_data_callback(handle, CURLOPT_READFUNCTION, onRead),
            whatsapp_curl_set_pointer(handle, CURLOPT_READDATA, me),
            whatsapp_curl_set_prerequest_callback(handle, onRequest),
            whatsapp_curl_set_pointer(handle, CURLOPT_PREREQDATA, me),
            whatsapp_curl_restrict_protocols(handle),
            whatsapp_curl_abandon_resolver(handle),
            whatsapp_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            whatsapp_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            whatsapp_curl_set_long(handle, CURLOPT_PATH_AS_IS, 1),
            whatsapp_curl_set_long(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
            whatsapp_curl_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1),
            whatsapp_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            whatsapp_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            whatsapp_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            whatsapp_curl_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
            whatsapp_curl_set_long(
                handle, CURLOPT_MAXAGE_CONN, max(1, configuration.idleConnectionTimeout.wholeMilliseconds / 1000)),
            // A burst of requests to a host that has not answered yet waits for its first connection to tell whether
            // it can be shared, instead of opening one each.
            whatsapp_curl_set_long(handle, CURLOPT_PIPEWAIT, 1),
        ]
        guard results.allSatisfy({ $0 == CURLE_OK }) else { return false }
        allowsHTTP2 = configuration.allowsHTTP2
        return trust(configuration.certificateAuthority) && use(configuration.proxy)
    }

    private func trust(_ authority: CURLTransport.CertificateAuthority) -> Bool {
        guard case .file(let path) = authority.source else { return true }
        // Without the second line the directory that libcurl was built with would be trusted as well.
        return whatsapp_curl_set_string(handle, CURLOPT_CAINFO, path) == CURLE_OK
            && whatsapp_curl_set_string(handle, CURLOPT_CAPATH, nil) == CURLE_OK
    }

    private func use(_ proxy: CURLTransport.Proxy?) -> Bool {
        // Set in any case: unset, libcurl reads the environment, for loopback addresses too.
        var results = [whatsapp_curl_set_string(handle, CURLOPT_NOPROXY, "")]
        guard let proxy else {
            results.append(whatsapp_curl_set_string(handle, CURLOPT_PROXY, ""))
            return results.allSatisfy { $0 == CURLE_OK }
        }
        let host = proxy.host.contains(":") && !proxy.host.hasPrefix("[") ? "[\(proxy.host)]" : proxy.host
        results.append(whatsapp_curl_set_string(handle, CURLOPT_PROXY, "http://\(host):\(proxy.port)"))
        if let user = proxy.user { results.append(whatsapp_curl_set_string(handle, CURLOPT_PROXYUSERNAME, user)) }
        proxy.password?.withText {
            results.append(whatsapp_curl_set_string(handle, CURLOPT_PROXYPASSWORD, $0))
        }
        return results.allSatisfy { $0 == CURLE_OK }
    }

    /// Sets what differs from call to call.
    /// - Returns: the header list, which must outlive the transfer, and the first refusal.
    func configure(for request: PreparedRequest) -> (UnsafeMutablePointer<curl_slist>?, CURLcode) {
        request.text.withUnsafeBytes { text in
            var list: UnsafeMutablePointer<curl_slist>?
            guard let base = text.baseAddress?.assumingMemoryBound(to: CChar.self) else {
                return (nil, CURLE_URL_MALFORMAT)
            }
            for start in request.headerStarts {
                guard let longer = curl_slist_append(list, base + start) else { return (list, CURLE_OUT_OF_MEMORY) }
                list = longer
            }
            var result = whatsapp_curl_set_string(handle, CURLOPT_URL, base)
            func set(_ next: CURLcode) { if result == CURLE_OK { result = next } }
            set(whatsapp_curl_set_list(handle, list))
            set(whatsapp_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout))
            set(whatsapp_curl_set_long(handle, CURLOPT_TIMEOUT_MS, request.timeout))
            let version = allowsHTTP2 && !request.isExclusive ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
            set(whatsapp_curl_set_long(handle, CURLOPT_HTTP_VERSION, Int(version)))
            set(configureMethod(request, name: base + request.methodStart))
            return (list, result)
        }
    }

    private func configureMethod(_ request: PreparedRequest, name: UnsafePointer<CChar>) -> CURLcode {
        var result = CURLE_OK
        func set(_ next: CURLcode) { if result == CURLE_OK { result = next } }
        switch request.body {
        case .none where request.method != .post && request.method != .put && request.method != .patch:
            set(whatsapp_curl_set_pointer(handle, CURLOPT_POSTFIELDS, nil))
            set(whatsapp_curl_set_long(handle, CURLOPT_HTTPGET, 1))
            let isHead = request.method == .head
            if isHead { set(whatsapp_curl_set_long(handle, CURLOPT_NOBODY, 1)) }
            let isKnown = isHead || request.method == .get
            set(whatsapp_curl_set_string(handle, CURLOPT_CUSTOMREQUEST, isKnown ? nil : name))
            return result
        case .none:
            set(configureBody([]))
        case .bytes(let bytes):
            set(configureBody(bytes))
        case .stream(let stream):
            set(whatsapp_curl_set_pointer(handle, CURLOPT_POSTFIELDS, nil))
            set(whatsapp_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(stream.length ?? -1)))
        }
        set(whatsapp_curl_set_long(handle, CURLOPT_POST, 1))
        set(whatsapp_curl_set_string(handle, CURLOPT_CUSTOMREQUEST, request.method == .post ? nil : name))
        return result
    }

    private func configureBody(_ bytes: [UInt8]) -> CURLcode {
        let result = whatsapp_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        guard result == CURLE_OK else { return result }
        guard bytes.count <= PreparedRequest.longestSmallBody else {
            return whatsapp_curl_set_pointer(handle, CURLOPT_POSTFIELDS, nil)
        }
        return bytes.withUnsafeBytes { buffer in
            withUnsafePointer(to: UInt8(0)) { empty in
                let start = buffer.baseAddress ?? UnsafeRawPointer(empty)
                return whatsapp_curl_set_pointer(
                    handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
            }
        }
    }
}
