/// What 360dialog keeps beside the shared state.
struct Dialog360State: Sendable {}
