#if AsyncHTTPClient
import AsyncHTTPClient
import HTTPTypes
import NIOHTTP1
import WhatsAppBusiness

extension HTTPClient.Request {
    /// Takes over a request, without its body.
    /// - Throws: `TransportError` with `invalidRequest` for what cannot be sent.
    init(checking request: HTTPRequest) throws(TransportError) {
        let target = try request.checkedTarget()
        var headers = HTTPHeaders()
        headers.reserveCapacity(request.headerFields.count + 2)
        for field in request.headerFields where !Self.isOwnBusiness(field.name) {
            headers.add(name: field.name.rawName, value: field.value)
        }
        do {
            try self.init(
                url: target.origin + target.path, method: HTTPMethod(rawValue: request.method.rawValue),
                headers: headers)
        } catch {
            throw TransportError(
                code: .invalidRequest, delivery: .notSent, message: "the address cannot be used", underlying: error)
        }
    }

    private static func isOwnBusiness(_ name: HTTPField.Name) -> Bool {
        name == .contentLength || name == .transferEncoding || name == .expect || name.canonicalName == "host"
    }
}
#endif
