/// What Chat API keeps beside the shared state.
struct ChatAPIState: Sendable {}
