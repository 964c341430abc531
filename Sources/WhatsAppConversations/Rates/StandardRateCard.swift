/// A card of the package as the generator writes it: its text in one literal, not read yet.
struct StandardRateCard: Sendable {
    var name: String
    var confidence: RateConfidence
    var isPartial: Bool
    var note: String
    var csv: String

    /// The card, or `nil` where its text is damaged; the tests read every one.
    var card: RateCard? {
        do throws(RateCardError) {
            return try RateCard(csv: csv, name: name, confidence: confidence, isPartial: isPartial, note: note)
        } catch {
            return nil
        }
    }
}
