import Testing
import WhatsAppBusiness
import WhatsAppConversations

@Suite("Markets")
struct MarketTests {
    @Test(
        "are found by the longest calling code",
        arguments: [
            ("5511987654321", "Brazil", "55"), ("5215512345678", "Mexico", "52"), ("525512345678", "Mexico", "52"),
            ("5491123456789", "Argentina", "54"), ("541123456789", "Argentina", "54"), ("56912345678", "Chile", "56"),
            ("573001234567", "Colombia", "57"), ("51987654321", "Peru", "51"),
            ("584121234567", "Rest of Latin America", "58"),
            ("16505551234", "North America", "1"), ("14165551234", "North America", "1"),
            ("18095551234", "Rest of Latin America", "1809"), ("18295551234", "Rest of Latin America", "1829"),
            ("18495551234", "Rest of Latin America", "1849"), ("16585551234", "Rest of Latin America", "1658"),
            ("18765551234", "Rest of Latin America", "1876"), ("17875551234", "Rest of Latin America", "1787"),
            ("19395551234", "Rest of Latin America", "1939"), ("12425551234", "Other", "1242"),
            ("18685551234", "Other", "1868"), ("13405551234", "Other", "1340"), ("16705551234", "Other", "1670"),
            ("16715551234", "Other", "1671"), ("16845551234", "Other", "1684"), ("18085551234", "North America", "1"),
            ("79161234567", "Russia", "7"), ("77011234567", "Kazakhstan", "77"), ("76001234567", "Kazakhstan", "76"),
            ("78121234567", "Russia", "7"), ("442079460000", "United Kingdom", "44"),
            ("441481123456", "United Kingdom", "44"), ("390669812345", "Italy", "39"), ("393331234567", "Italy", "39"),
            ("4779123456", "Rest of Western Europe", "47"), ("35818123456", "Rest of Western Europe", "358"),
            ("212528123456", "Morocco", "212"), ("61891641234", "Rest of Asia Pacific", "61"),
            ("8801712345678", "Bangladesh", "880"), ("886912345678", "Rest of Asia Pacific", "886"),
            ("85291234567", "Hong Kong", "852"), ("85361234567", "Other", "853"),
            ("85512345678", "Rest of Asia Pacific", "855"),
            ("821012345678", "Other", "82"), ("819012345678", "Rest of Asia Pacific", "81"),
            ("8613812345678", "Rest of Asia Pacific", "86"), ("3725123456", "Other", "372"),
            ("352621123456", "Other", "352"),
            ("3546112345", "Other", "354"), ("35699123456", "Other", "356"), ("35799123456", "Other", "357"),
            ("38761123456", "Other", "387"), ("38267123456", "Other", "382"), ("38344123456", "Other", "383"),
            ("381641234567", "Rest of Central & Eastern Europe", "381"), ("380501234567", "Ukraine", "380"),
            ("9591234567", "Other", "95"), ("9607712345", "Other", "960"), ("6737123456", "Other", "673"),
            ("989121234567", "Other", "98"), ("963912345678", "Other", "963"), ("970591234567", "Other", "970"),
            ("972501234567", "Israel", "972"), ("996555123456", "Other", "996"),
            ("998901234567", "Rest of Asia Pacific", "998"),
            ("5351234567", "Other", "53"), ("5926091234", "Other", "592"), ("5977123456", "Other", "597"),
            ("5016121234", "Other", "501"), ("224601123456", "Other", "224"), ("243811234567", "Other", "243"),
            ("242061234567", "Rest of Africa", "242"), ("23052512345", "Other", "230"), ("2389911234", "Other", "238"),
            ("263771234567", "Rest of Africa", "263"), ("27821234567", "South Africa", "27"),
            ("201001234567", "Egypt", "20"),
            ("21112345678", "Rest of Africa", "211"), ("262692123456", "Other", "262"),
            ("97150123456", "United Arab Emirates", "971"),
            ("97333123456", "Rest of Middle East", "973"), ("97433123456", "Qatar", "974"),
            ("96550012345", "Kuwait", "965"),
            ("919812345678", "India", "91"), ("923001234567", "Pakistan", "92"), ("94712345678", "Sri Lanka", "94"),
            ("6281234567890", "Indonesia", "62"), ("60123456789", "Malaysia", "60"), ("6591234567", "Singapore", "65"),
            ("905321234567", "Turkey", "90"), ("40721234567", "Romania", "40"), ("4915112345678", "Germany", "49"),
            ("31612345678", "Netherlands", "31"), ("33612345678", "France", "33"), ("34612345678", "Spain", "34"),
        ])
    func numbers(digits: String, market: String, code: String) throws {
        let match = try #require(MarketMap.standard.match(PhoneNumber(rawValue: digits), on: day("2026-10-05")))
        #expect(match.market.rawValue == market)
        #expect(match.callingCode == code)
        #expect(match.basis == .callingCode)
        #expect(!match.countries.isEmpty)
        let plus = MarketMap.standard.match(PhoneNumber(rawValue: "+" + digits), on: try day("2026-10-05"))
        #expect(plus == match)
    }

    @Test("that share a code name every country")
    func sharedCodes() throws {
        let date = try day("2026-10-05")
        let america = try #require(MarketMap.standard.match("+16505551234", on: date))
        #expect(america.countries.map(\.code) == ["CA", "US"])
        #expect(america.description == "North America (calling code 1: Canada, United States)")
        #expect(MarketMap.standard.match("+262692123456", on: date)?.countries.map(\.code) == ["YT", "RE"])
    }

    @Test(
        "that moved are found at each date",
        arguments: [
            ("85291234567", "2026-06-30", "Rest of Asia Pacific"), ("85291234567", "2026-07-01", "Hong Kong"),
            ("77011234567", "2026-09-30", "Other"), ("77011234567", "2026-10-01", "Kazakhstan"),
            ("380501234567", "2026-09-30", "Rest of Central & Eastern Europe"),
            ("380501234567", "2026-10-01", "Ukraine"),
            ("263771234567", "2025-09-30", "Other"), ("263771234567", "2025-10-01", "Rest of Africa"),
            ("263771234567", "2020-01-01", "Other"), ("5511987654321", "2020-01-01", "Brazil"),
        ])
    func history(digits: String, date: String, market: String) throws {
        let match = MarketMap.standard.match(PhoneNumber(rawValue: digits), on: try day(date))
        #expect(match?.market.rawValue == market)
    }

    @Test("of every row of the tables are found by code and by country")
    func tables() throws {
        let date = try day("2026-10-01")
        var rows = 0
        for line in try Checkout.text("Data/markets.csv").split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",").map(String.init)
            let match = try #require(MarketMap.standard.match(PhoneNumber(rawValue: fields[0] + "5551234"), on: date))
            #expect(match.market.rawValue == fields[3])
            #expect(match.callingCode == fields[0])
            #expect(match.countries.contains(Country(code: fields[1], name: fields[2])))
            let country = try #require(MarketMap.standard.match(country: fields[1], on: date))
            #expect(country.market.rawValue == fields[3])
            #expect(country.basis == .country)
            #expect(country.callingCode == nil)
            rows += 1
        }
        #expect(rows == 237)
        for line in try Checkout.text("Data/markets-history.csv").split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for date in [fields[4], fields[5]] where !date.isEmpty {
                let number = PhoneNumber(rawValue: fields[0] + "5551234")
                #expect(MarketMap.standard.match(number, on: try day(date))?.market.rawValue == fields[3])
            }
        }
    }

    @Test(
        "of business-scoped user ids follow their country",
        arguments: [
            ("BR.13491208655302741918", "Brazil", MarketMatch.Basis.country),
            ("US.ENT.11815799212886844830", "North America", .country), ("PR.1", "Rest of Latin America", .country),
            ("KZ.1", "Kazakhstan", .country), ("EE.1", "Other", .country), ("GG.1", "United Kingdom", .sharedCode),
            ("EH.1", "Morocco", .sharedCode), ("ZZ.1", "Other", .unlisted),
        ])
    func userIDs(id: String, market: String, basis: MarketMatch.Basis) throws {
        let match = try #require(MarketMap.standard.match(Recipient(parsing: id), on: day("2026-10-05")))
        #expect(match.market.rawValue == market)
        #expect(match.basis == basis)
        #expect(!match.description.isEmpty)
    }

    @Test("of unlisted codes are Other")
    func unlisted() throws {
        let match = try #require(MarketMap.standard.match("+8835100012345", on: day("2026-10-05")))
        #expect(match.market == .other)
        #expect(match.basis == .unlisted)
        #expect(match.callingCode == nil)
        #expect(match.countries.isEmpty)
    }

    @Test("of what is no number are not guessed", arguments: ["", "+", "abc", "0551234567", "-55"])
    func none(text: String) throws {
        #expect(MarketMap.standard.match(PhoneNumber(rawValue: text), on: try day("2026-10-05")) == nil)
        #expect(MarketMap.standard.match(.user("br.1"), on: try day("2026-10-05")) == nil)
        #expect(MarketMap.standard.match(.user("B"), on: try day("2026-10-05")) == nil)
    }
}
