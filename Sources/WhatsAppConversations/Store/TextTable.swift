/// Texts and their places.
struct TextTable: Sendable {
    private var places: [String: UInt32] = [:]
    private var texts: [String] = []
    private var last: (text: String, place: UInt32)?

    subscript(text: String) -> UInt32? {
        if let last, last.text == text { return last.place }
        return places[text]
    }

    func text(_ place: UInt32) -> String {
        texts.indices.contains(Int(place)) ? texts[Int(place)] : ""
    }

    mutating func insert(_ text: String) -> UInt32 {
        if let known = self[text] { return known }
        let place = places[text] ?? UInt32(texts.count)
        if place == texts.count {
            places[text] = place
            texts.append(text)
        }
        last = (text, place)
        return place
    }
}
