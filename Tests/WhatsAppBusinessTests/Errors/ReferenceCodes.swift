/// The tables of the webhooks reference §5.2–§5.8, written out for the tests: what the library knows is compared with them.
enum ReferenceCodes {
    struct Row: Sendable, CustomStringConvertible {
        var code: Int
        var family: String
        var retry: String

        var description: String { String(code) }
    }

    /// Family and retry advice, then the codes that have both. Where the reference gives two kinds of advice, it is the
    /// one for a message that was sent.
    private static let table = """
        authorization afterFix 0 3 10 102 104 190 200 131005
        server backOff 1 2 131057 131000 131016 131027
        throttling backOff 4 17 80007 80008 341 613 130429 131056 2494055
        parameter afterFix 33 100 803 131001 131002 131006 131008 131009 131055 135000 2388077
        integrity never 368 130497
        parameter never 506
        integrity afterFix 131031
        server never 131035
        recipient never 131036 130403 130472 131021 131026 131043 131050
        throttling wait 131048 131064 133016
        recipient afterFix 130470 131030 131047 131062 137000
        unsupported never 130501 131060
        registration afterFix 131037 131045 136024 136025 133000 133001 133002 133003 133005 133006 133010
        payment afterFix 131042 131044 134011
        recipient wait 131049
        unsupported afterFix 131051
        media never 131052
        media afterFix 131053
        unknown never 131061
        marketing afterFix 131063 134100 134102 134103
        marketing wait 134101
        blocking backOff 135002 139103
        marketing never 1752041
        template afterFix 132000 132001 132005 132007 132008 132012 132018 2388019 2388024 2388040 2388047
        template afterFix 2388072 2388073 2388293 2388299 200005 200006 200007
        template wait 132015 2388023 2388039
        template never 132016
        flow afterFix 132068 139001 139002
        flow wait 132069
        registration backOff 133004
        registration never 133007
        registration wait 133008 133009 133015
        flow never 139000 139003 139004
        migration afterFix 2388001 2388091 2388093 2388103
        migration never 2388012 2593079 2593085
        migration backOff 2494100
        signup never 2494164 2494165
        signup afterFix 2494166 2494167 2494168 2494176 2494177 2494179
        sync never 2593107 2593108 2593109
        calling afterFix 138000 138006 138011 138015 138018 138024 138025
        calling never 138001 138013 138017
        calling backOff 138002 138004 138005 138007 138019 138020 138021 138022 138023
        calling wait 138003 138009 138012 138014
        groups never 131020 131041 131203 131207 131211 131212 131213 131215
        groups afterFix 131059 131202 131204 131209 131210
        groups inspectItems 131201
        groups backOff 131208
        groups wait 131214
        blocking inspectItems 139100
        blocking never 139101
        blocking afterFix 139102
        username afterFix 147001 147002 147003 147004 147005
        """

    static let rows: [Row] = table.split(separator: "\n").flatMap { line in
        let words = line.split(separator: " ").map(String.init)
        return words.dropFirst(2).compactMap { Int($0) }.map { Row(code: $0, family: words[0], retry: words[1]) }
    }

    /// A code of Cloud API (0 for none), then the numbers of the on-premises client that say the same.
    private static let equivalents = """
        131052 400
        131041 401 1003 1012
        131042 402
        131043 408 410
        130429 429 1015
        131045 430 432 433
        131047 470
        131048 471
        130472 472
        137000 480 1028
        131000 500 1000 1014
        131051 501
        131001 1001
        131002 1002
        0 1004 1017 1018 1022 1023 1024
        131005 1005
        131006 1006
        130403 1007
        131008 1008
        131009 1009 2015 2016 2023 2024 2025 2026 2027 2028 2029 2030 2036 2050
        100 1010
        131016 1011 1016
        131026 1013 1026 2013
        131021 1021
        135000 1025
        131031 1031
        132000 2000 2009
        132001 2001 2002 2003 2014 2060
        132005 2004 2005
        132007 2006 2007 2017
        131053 2008
        132012 2010 2011 2012
        132015 2061
        132016 2062
        132068 2068
        132069 2069
        """

    static let onPremises: [(old: Int, cloud: Int)] = equivalents.split(separator: "\n").flatMap { line in
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        return numbers.dropFirst().map { (old: $0, cloud: numbers[0]) }
    }
}
