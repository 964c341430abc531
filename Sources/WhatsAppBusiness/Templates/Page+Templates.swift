extension Page<Template> {
    /// Reads the elements of a list of templates; one that is no object, or has no name, is a problem of the page.
    package init(reading elements: [JSONValue], next: PageCursor? = nil) {
        self.init([], next: next)
        for (index, element) in elements.enumerated() {
            var check = Check()
            if element.object == nil {
                check.fail(at: "", .type, "an object belongs here")
            } else if element["name"]?.string?.isEmpty ?? true {
                check.fail(at: "name", .required, "a template has a name")
            }
            if check.violations.isEmpty {
                self.elements.append(Template(json: element))
            } else {
                problems.append(PageProblem(index: index, violations: check.violations, json: element))
            }
        }
    }
}
