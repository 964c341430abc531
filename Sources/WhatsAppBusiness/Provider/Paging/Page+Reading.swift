extension Page {
    /// Reads the elements of a list one by one: what cannot be read is a problem, and its siblings stay.
    package init(
        reading elements: [JSONValue], next: PageCursor? = nil,
        _ read: (JSONValue) throws(ValidationError) -> Element
    ) {
        self.init([], next: next)
        self.elements.reserveCapacity(elements.count)
        for (index, json) in elements.enumerated() {
            do throws(ValidationError) {
                self.elements.append(try read(json))
            } catch {
                problems.append(PageProblem(index: index, violations: error.violations, json: json))
            }
        }
    }
}
