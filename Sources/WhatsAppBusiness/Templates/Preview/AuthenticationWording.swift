/// The platform's own words in an authentication template, in English.
///
/// The platform has them in each language and does not publish the list: they are an approximation
/// (Cloud API reference §4.7, December 2025). The code is bold, as in the texts that the platform gives back.
enum AuthenticationWording {
    static func body(_ body: TemplateDefinition.Body?) -> String {
        let text = "*\(TemplatePlaceholder.spelled("1"))* is your verification code."
        return body?.addsSecurityRecommendation == true
            ? text + " For your security, do not share this code." : text
    }

    static func footer(minutes: Int) -> String {
        minutes == 1 ? "This code expires in 1 minute." : "This code expires in \(minutes) minutes."
    }

    static let copyCode = "Copy code"
    static let autofill = "Autofill"
}
