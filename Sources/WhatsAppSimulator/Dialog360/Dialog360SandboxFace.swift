import WhatsAppBusiness

/// 360dialog's sandbox.
struct Dialog360SandboxFace: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        PlatformFault.notPlayed.graphReply(traceID: "SimTrace\(platform.nextNumber())")
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        []
    }
}
