extension AccountEvent {
    /// How a number takes calls, as the platform tells it (webhooks reference §2.5, Cloud API reference §6).
    ///
    /// What is not named here is in ``EventOrigin/raw``.
    public struct CallingSettings: Hashable, Sendable {
        /// Whether something is on; an open set.
        public struct Switch: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// It is on.
            public static let enabled = Self(rawValue: "ENABLED")
            /// It is off.
            public static let disabled = Self(rawValue: "DISABLED")
        }

        /// Whether customers see the button for calls; an open set.
        public struct IconVisibility: RawRepresentable, Hashable, Sendable, Codable {
            /// The platform's word.
            public let rawValue: String

            /// Wraps the platform's word.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// They see it in the chat and in the profile.
            public static let shown = Self(rawValue: "DEFAULT")
            /// They see it nowhere.
            public static let disableAll = Self(rawValue: "DISABLE_ALL")
        }

        /// When calls are taken on a day of the week.
        public struct OpeningHours: Hashable, Sendable {
            /// The day, such as `MONDAY`.
            public var day: String?
            /// From when, as `HHMM`.
            public var open: String?
            /// Until when, as `HHMM`.
            public var close: String?

            /// Creates the value.
            public init(day: String? = nil, open: String? = nil, close: String? = nil) {
                self.day = day
                self.open = open
                self.close = close
            }

            init(_ node: JSONNode) {
                self.init(
                    day: node.member("day_of_week")?.text, open: node.member("open_time")?.text,
                    close: node.member("close_time")?.text)
            }
        }

        /// When calls are taken on a certain day.
        public struct Holiday: Hashable, Sendable {
            /// The day as `YYYY-MM-DD`.
            public var date: String?
            /// From when, as `HHMM`.
            public var start: String?
            /// Until when, as `HHMM`.
            public var end: String?

            /// Creates the value.
            public init(date: String? = nil, start: String? = nil, end: String? = nil) {
                self.date = date
                self.start = start
                self.end = end
            }

            init(_ node: JSONNode) {
                self.init(
                    date: node.member("date")?.text, start: node.member("start_time")?.text,
                    end: node.member("end_time")?.text)
            }
        }

        /// A server that takes calls by SIP.
        public struct SIPServer: Hashable, Sendable {
            /// The name of the host.
            public var hostname: String?
            /// The port.
            public var port: Int?

            /// Creates the value.
            public init(hostname: String? = nil, port: Int? = nil) {
                self.hostname = hostname
                self.port = port
            }

            init(_ node: JSONNode) {
                self.init(
                    hostname: node.member("hostname")?.text, port: node.member("port")?.integer)
            }
        }

        /// Whether calls are possible.
        public var status: Switch?
        /// Whether customers see the button.
        public var iconVisibility: IconVisibility?
        /// Whether customers may allow to be called back.
        public var callbackPermission: Switch?
        /// Whether calls are taken at certain hours only.
        public var hoursStatus: Switch?
        /// The time zone of the hours, such as `America/Manaus`.
        public var timeZone: String?
        /// When calls are taken; a day may have two entries.
        public var weeklyHours: [OpeningHours]
        /// Days with hours of their own.
        public var holidays: [Holiday]
        /// Whether calls go to SIP servers.
        public var sipStatus: Switch?
        /// The SIP servers.
        public var sipServers: [SIPServer]

        /// Creates the value.
        public init(
            status: Switch? = nil, iconVisibility: IconVisibility? = nil, callbackPermission: Switch? = nil,
            hoursStatus: Switch? = nil, timeZone: String? = nil, weeklyHours: [OpeningHours] = [],
            holidays: [Holiday] = [], sipStatus: Switch? = nil, sipServers: [SIPServer] = []
        ) {
            self.status = status
            self.iconVisibility = iconVisibility
            self.callbackPermission = callbackPermission
            self.hoursStatus = hoursStatus
            self.timeZone = timeZone
            self.weeklyHours = weeklyHours
            self.holidays = holidays
            self.sipStatus = sipStatus
            self.sipServers = sipServers
        }

        init?(_ node: JSONNode) {
            guard node.kind == .object else { return nil }
            let hours = node.member("call_hours")
            let sip = node.member("sip")
            self.init(
                status: node.read("status"), iconVisibility: node.read("call_icon_visibility"),
                callbackPermission: node.read("callback_permission_status"), hoursStatus: hours?.read("status"),
                timeZone: hours?.member("timezone_id")?.text,
                weeklyHours: (hours?.member("weekly_operating_hours")?.objects ?? []).map { OpeningHours($0) },
                holidays: (hours?.member("holiday_schedule")?.objects ?? []).map { Holiday($0) },
                sipStatus: sip?.read("status"),
                sipServers: (sip?.member("servers")?.objects ?? []).map { SIPServer($0) })
        }
    }
}

extension AccountEvent.CallingSettings: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "settings of calls" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}

extension AccountEvent.CallingSettings.SIPServer: CustomStringConvertible, CustomReflectable {
    /// What kind of value it is; nothing personal.
    public var description: String { "SIP server" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["facts": description]) }
}
