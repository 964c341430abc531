import Foundation
import WhatsApp

/// Lists, checks, submits, waits for the review by webhook, previews and sends: the life of a template, on a simulated
/// platform, or with settings from the environment on a real account.
@main
struct TemplateDesk {
    static func main() async {
        let notes = Notes()
        let environment = ProcessInfo.processInfo.environment
        do {
            if environment["WHATSAPP_TOKEN"]?.isEmpty == false {
                try await RealTour.run(notes, environment)
            } else {
                try await SimulatedTour.run(notes)
            }
        } catch {
            notes.fail("\(error)")
            exit(1)
        }
    }
}
