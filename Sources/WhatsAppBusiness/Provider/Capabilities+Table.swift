extension Capabilities {
    /// A table in Markdown of what some providers can do, a row for each capability that one of them has.
    ///
    /// The table in the documentation is made by it, so that it says what the code does.
    ///
    /// - Parameter providers: each provider's name and what it can do.
    /// - Returns: the lines of the table, without a line end after the last.
    public static func table(of providers: KeyValuePairs<String, Capabilities>) -> String {
        var rows: [[String]] = [
            ["Capability"] + providers.map(\.key),
            ["---"] + providers.map { _ in "---" },
            ["standing"] + providers.map { $0.value.standing.rawValue },
            ["24-hour window"] + providers.map { $0.value.hasCustomerServiceWindow ? "yes" : "none" },
        ]
        let all = providers.reduce(into: Set<Capability>()) { $0.formUnion($1.value.all) }
        for capability in all.sorted(by: { $0.rawValue < $1.rawValue }) {
            rows.append(
                ["`\(capability.rawValue)`"] + providers.map { $0.value.contains(capability) ? "yes" : "–" })
        }
        return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
