import WhatsAppBusiness

/// Which of the two template interfaces an account has, once an answer has told; shared by the copies of a provider.
///
/// 360dialog has the platform's (`/message_templates`), which is preferred, and an older one of its own
/// (`/v1/configs/templates`), which some accounts have alone (360dialog reference §2.4).
final class TemplateInterfaceMemory: Sendable {
    /// One of the interfaces.
    enum Interface: Sendable {
        case platform, configuration
    }

    private let known = Locked<Interface?>(nil)

    var interface: Interface? { known.withLock { $0 } }

    func keep(_ interface: Interface) {
        known.withLock { $0 = $0 ?? interface }
    }
}
