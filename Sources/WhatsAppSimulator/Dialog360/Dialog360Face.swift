import WhatsAppBusiness

/// 360dialog's messaging host.
struct Dialog360Face: SimulatedFace {
    func answer(_ request: SimulatedRequest, on platform: isolated SimulatedPlatform) async -> SimulatedReply {
        PlatformFault.notPlayed.graphReply(traceID: "SimTrace\(platform.nextNumber())")
    }

    func render(_ events: [SimulatedEvent], on platform: isolated SimulatedPlatform) -> [SimulatedWebhook] {
        []
    }
}
