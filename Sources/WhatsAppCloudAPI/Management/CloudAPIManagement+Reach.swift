import HTTPTypes
public import WhatsAppBusiness

extension CloudAPIManagement {
    /// What the platform says of this token, or of another.
    ///
    /// - Parameters:
    ///   - token: another token; by default the one of these calls.
    ///   - options: how the call is made.
    /// - Returns: the facts. `GET /debug_token`, Cloud API reference §6.9: the only way to ask puts the token into the
    ///   address, which neither logs nor errors of this package show.
    /// - Throws: `WhatsAppError`.
    public func tokenFacts(
        of token: Secret? = nil, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TokenFacts {
        let asked: Secret
        if let token { asked = token } else { asked = try await client.engine.credentials.token() }
        // The app may ask about each of its tokens; a token may ask about itself.
        var client = application == nil ? client : try asApplication().client
        // Errors of the libraries below can hold addresses.
        client.engine.redact = { response, _ in response }
        let query = asked.withText { GraphClient.query([("input_token", $0)]) }
        let call = try client.call("tokenFacts", .get, path: "debug_token", query: query)
        return try await client.engine.perform(call, options: options) {
            response throws(WhatsAppError) in
            guard let data = try GraphAnswer.object(response)["data"], data.object != nil else {
                throw GraphAnswer.notUnderstood(response)
            }
            return TokenFacts(data)
        }
    }

    /// Finds the accounts and numbers that the token reaches.
    ///
    /// Accounts are named by the token's own limited permissions; where those are not told, they are looked for in the
    /// portfolios of the token: their own accounts and those of clients. Parts that the token may not read are
    /// ``ReachableAccounts/gaps``, not failures.
    ///
    /// - Parameters:
    ///   - maximum: the most accounts, and the most numbers of each.
    ///   - options: how the calls are made.
    /// - Returns: the accounts with their numbers. Cloud API reference §6.1, §6.9.
    /// - Throws: `WhatsAppError`: `unauthorized` where the token is not good at all; what is no refusal, such as a broken
    ///   connection.
    public func reachableAccounts(
        maximum: Int = 100, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> ReachableAccounts {
        var reach = ReachableAccounts()
        var ids: [String] = []
        reach.token = try await part("token", &reach) { () async throws(WhatsAppError) in
            try await tokenFacts(options: options)
        }
        ids += reach.token?.accounts.map(\.rawValue) ?? []
        if ids.isEmpty {
            let businesses = try await part("businesses", &reach) { () async throws(WhatsAppError) in
                try await client.list(
                    "reachableAccounts", path: "me/businesses", query: [("fields", "id,name")],
                    maximum: maximum,
                    options: options)
            }
            reach.isCut = businesses?.isCut ?? false
            for business in businesses?.elements.compactMap({ $0["id"]?.lenientText }) ?? [] {
                for edge in ["owned_whatsapp_business_accounts", "client_whatsapp_business_accounts"] {
                    let found = try await part(edge, &reach) { () async throws(WhatsAppError) in
                        try await client.list(
                            "reachableAccounts",
                            path: try client.path(edge, of: .id(business, setting: "business")),
                            query: [("fields", "id")], maximum: maximum, options: options)
                    }
                    ids += found?.elements.compactMap { $0["id"]?.lenientText } ?? []
                    if found?.isCut == true { reach.isCut = true }
                }
            }
        }
        var seen: Set<String> = []
        ids = ids.filter { seen.insert($0).inserted }
        if ids.count > maximum { reach.isCut = true }
        for id in ids.prefix(maximum) {
            let choice = try await part(id, &reach) { () async throws(WhatsAppError) in
                let account = try await account(BusinessAccountID(id), options: options)
                let numbers = try await phoneNumbers(
                    of: BusinessAccountID(id), maximum: maximum, options: options)
                return (ReachableAccounts.Choice(account: account, numbers: numbers.numbers), numbers.isCut)
            }
            guard let choice else { continue }
            reach.accounts.append(choice.0)
            if choice.1 { reach.isCut = true }
        }
        return reach
    }

    /// A part of the whole; a refusal is a gap.
    private func part<Value>(
        _ subject: String, _ reach: inout ReachableAccounts,
        _ read: () async throws(WhatsAppError) -> Value
    ) async throws(WhatsAppError) -> Value? {
        do throws(WhatsAppError) {
            return try await read()
        } catch {
            let problem = error.platform?.tokenProblem
            guard error.outcome == .refused, error.code != .rateLimited,
                problem == nil || problem == .permissionMissing
            else { throw error }
            reach.gaps.append(.init(subject: subject, reason: error.description))
            return nil
        }
    }

    /// Reads an account.
    /// - Returns: the account. `GET /{waba-id}`, Cloud API reference §6.9.
    /// - Throws: `WhatsAppError`.
    public func account(
        _ id: BusinessAccountID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> BusinessAccount {
        let call = try client.call(
            "account", .get, path: try accountPath(id), query: "fields=\(BusinessAccount.fields)")
        return try await client.engine.perform(call, options: options) {
            response throws(WhatsAppError) in
            guard let account = BusinessAccount(json: try GraphAnswer.object(response)) else {
                throw GraphAnswer.notUnderstood(response)
            }
            return account
        }
    }

    /// Lists the numbers of an account.
    ///
    /// - Parameters:
    ///   - account: the account.
    ///   - maximum: the most numbers.
    ///   - options: how the calls are made.
    /// - Returns: the numbers, the newest first, and whether there are more. `GET /{waba-id}/phone_numbers`, Cloud API
    ///   reference §6.1.
    /// - Throws: `WhatsAppError`.
    public func phoneNumbers(
        of account: BusinessAccountID, maximum: Int = 100, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> (numbers: [BusinessNumber], isCut: Bool) {
        let found = try await client.list(
            "phoneNumbers", path: try accountPath(account, "phone_numbers"),
            query: [("fields", BusinessNumber.fields)],
            maximum: maximum, options: options)
        return (found.elements.compactMap { BusinessNumber(json: $0) }, found.isCut)
    }

    /// Reads a number.
    /// - Returns: the number. `GET /{phone-number-id}`, Cloud API reference §6.1.
    /// - Throws: `WhatsAppError`.
    public func phoneNumber(
        _ id: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> BusinessNumber {
        let call = try client.call(
            "phoneNumber", .get, path: try numberPath(id), query: "fields=\(BusinessNumber.fields)")
        return try await client.engine.perform(call, options: options) {
            response throws(WhatsAppError) in
            guard let number = BusinessNumber(json: try GraphAnswer.object(response)) else {
                throw GraphAnswer.notUnderstood(response)
            }
            return number
        }
    }

    /// Asks whether a number can send, and what stands in the way.
    /// - Returns: the health. `GET /{phone-number-id}?fields=health_status`, Cloud API reference §6.14.
    /// - Throws: `WhatsAppError`.
    public func health(
        of number: PhoneNumberID, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> HealthStatus {
        let call = try client.call(
            "health", .get, path: try numberPath(number), query: "fields=health_status")
        return try await client.engine.perform(call, options: options) {
            response throws(WhatsAppError) in
            guard let health = HealthStatus(try GraphAnswer.object(response)["health_status"]) else {
                throw GraphAnswer.notUnderstood(response)
            }
            return health
        }
    }

    func accountPath(_ id: BusinessAccountID, _ edge: String? = nil) throws(WhatsAppError) -> String {
        try client.path(edge, of: .id(id.rawValue, setting: "businessAccountID"))
    }

    func numberPath(_ id: PhoneNumberID, _ edge: String? = nil) throws(WhatsAppError) -> String {
        try client.path(edge, of: .id(id.rawValue, setting: "phoneNumberID"))
    }
}
