// SPDX-License-Identifier: Apache-2.0
// What is exported can be read again, and betrays no closed session.
#include "firmware/formats/schedule_export/agenda_export.h"

#include <random>

#include "tests/formats/finding_matchers.h"
#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr WallTime kWritten{std::chrono::hours(24 * 20900)};

struct Format {
  const char* file;
  std::string (*write)(const AgendaExport&);
  bool has_details;  // format, form, speakers
};
const Format kFormats[] = {{"agenda.ics", to_icalendar, false},
                           {"schedule.xml", to_schedule_xml, true},
                           {"schedule.json", to_schedule_json, true},
                           {"plan.csv", to_agenda_csv, true}};

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(engine_); }
  std::string text() {
    static const std::vector<std::string> kWords = {"Opening",       "Ouverture d’un \"débat\"",
                                                    "a; b, c & d",   "a < b",
                                                    "الجلسة الأولى", "ክፍለ ጊዜ",
                                                    "სესია",         "Mesa: uno",
                                                    "100 %",         "\\ n",
                                                    "=1+1?",         "Kikao cha pili",
                                                    "Sesión",        "x" + std::string(90, 'y')};
    std::string text = kWords[static_cast<std::size_t>(up_to(static_cast<int>(kWords.size()) - 1))];
    if (up_to(2) == 0) text += " " + std::to_string(up_to(99));
    return text;
  }

 private:
  std::mt19937 engine_;
};

// A visit with random sessions, as the readers may make them.
VisitPack random_pack(Chance& chance) {
  VisitPack pack = *read_pack(lisbon_folder()).pack;
  pack.agenda.sessions.clear();
  const WallTime first = to_wall(pack.visit.first_day, pack.visit.zone).value();
  for (int number = chance.up_to(12); number >= 0; --number) {
    Session session;
    session.id = "id-" + std::to_string(number) + (chance.up_to(3) == 0 ? "@x.test" : "");
    for (const Language& language : pack.visit.languages)
      if (session.title.empty() || chance.up_to(1) == 0) session.title.set(language, chance.text());
    if (chance.up_to(1) == 0) session.expected_outcomes.set(pack.visit.default_language(), chance.text());
    session.room = pack.visit.rooms[static_cast<std::size_t>(chance.up_to(1))].id;
    session.access = chance.up_to(3) == 0 ? Access::kClosed : Access::kOpen;
    session.is_break = chance.up_to(4) == 0;
    session.rundown.start = first + Minutes(15 * chance.up_to(4 * 24 + 30));
    session.end = session.start() + Minutes(5 + 5 * chance.up_to(60));
    Segment segment;
    segment.id = "session";
    segment.title = session.title;
    segment.length = session.end - session.start();
    if (chance.up_to(1) == 0) segment.speaker.set(pack.visit.default_language(), chance.text());
    if (!session.is_break && chance.up_to(1) == 0) session.format = "round-table";
    if (chance.up_to(1) == 0) session.form = "pulse";
    session.rundown.segments.push_back(segment);
    pack.agenda.sessions.push_back(session);
  }
  sort_sessions(pack.agenda);
  return pack;
}

// A line for each session with all that a format carries.
std::vector<std::string> essence(const Agenda& agenda, bool with_details) {
  std::vector<std::string> lines;
  for (const Session& session : agenda.sessions) {
    std::string line = session.id + "|" + to_rfc3339(session.start()) + "|" + to_rfc3339(session.end) + "|" +
                       session.room + "|" + std::string(to_text(session.access)) +
                       (session.is_break ? "|break" : "");
    auto titles = session.title.all();
    std::sort(titles.begin(), titles.end());
    for (const auto& [language, title] : titles) line += "|" + language + "=" + title;
    for (const auto& [language, outcome] : session.expected_outcomes.all())
      line += "|" + language + ">" + outcome;
    if (with_details)
      line += "|" + session.format + "|" + session.form + "|" +
              session.rundown.segments.front().speaker.in("en", "pt");
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

PackReading read_again(const Format& format, const std::string& bytes) {
  FileMap files = lisbon_files();
  files.erase("agenda.ics");
  std::string& visit = files.at("visit.toml");
  visit.erase(std::min(visit.find("[[sessions]]"), visit.size()));  // only what the export says
  files[format.file] = bytes;
  return read_pack_from(files);
}

TEST(agenda_export, the_whole_programme_reads_back_as_the_same_agenda) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Chance chance(seed);
    const VisitPack pack = random_pack(chance);
    for (const Format& format : kFormats) {
      const std::string bytes = format.write({pack, {}, kWritten, ClosedSessions::kWhole});
      const PackReading reading = read_again(format, bytes);
      ASSERT_TRUE(reading.pack) << format.file << " " << seed
                                << testing::PrintToString(wrong(reading.findings));
      EXPECT_EQ(essence(reading.pack->agenda, format.has_details), essence(pack.agenda, format.has_details))
          << format.file << ", seed " << seed << "\n"
          << bytes;
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(agenda_export, of_a_closed_session_the_public_gets_its_times_and_nothing_else) {
  VisitPack pack = *read_pack(lisbon_folder()).pack;
  Session& session = pack.agenda.sessions.front();
  session.access = Access::kClosed;
  session.id = "canary-id";
  session.slug = "session-0123abcd";
  session.title = LocalizedText("en", "canary title");
  session.expected_outcomes = LocalizedText("en", "canary outcome");
  session.place = "canary place";
  session.format = "canary-format";
  session.form = "canary-form";
  for (Segment& segment : session.rundown.segments)
    segment.title = segment.speaker = LocalizedText("en", "canary part");
  for (const Format& format : kFormats) {
    const std::string bytes = format.write({pack, {}, kWritten, ClosedSessions::kAsThePublicSeesThem});
    EXPECT_THAT(bytes, Not(HasSubstr("canary"))) << format.file;
    EXPECT_THAT(bytes, HasSubstr("session-0123abcd")) << format.file;
    const PackReading reading = read_again(format, bytes);
    ASSERT_TRUE(reading.pack) << format.file;
    EXPECT_EQ(reading.pack->agenda.sessions.size(), pack.agenda.sessions.size()) << format.file;
  }
}

TEST(agenda_export, what_really_ran_stands_beside_the_plan) {
  const VisitPack pack = *read_pack(lisbon_folder()).pack;
  const Session& session = pack.agenda.sessions.front();
  const std::map<std::string, ActualTimes> actual{
      {session.slug, {session.start() + Minutes(7), session.end + Minutes(12), Minutes(5)}}};
  const AgendaExport whole{pack, actual, kWritten, ClosedSessions::kWhole};
  EXPECT_THAT(to_icalendar(whole), HasSubstr("X-ADDED-MINUTES:5\r\n"));
  EXPECT_THAT(to_schedule_xml(whole), HasSubstr("<added_minutes>5</added_minutes>"));
  EXPECT_THAT(to_schedule_json(whole), HasSubstr("\"added_minutes\": 5"));
  EXPECT_THAT(to_agenda_csv(whole), HasSubstr("\"actual start\""));
  EXPECT_THAT(to_agenda_csv(whole), HasSubstr(",\"5\"\r\n"));
}

TEST(agenda_export, lines_of_a_calendar_have_at_most_75_bytes_and_end_between_characters) {
  VisitPack pack = *read_pack(lisbon_folder()).pack;
  pack.agenda.sessions.front().title = LocalizedText("am", "የልምድ ልውውጥ ጉብኝት የልምድ ልውውጥ ጉብኝት የልምድ ልውውጥ ጉብኝት");
  const std::string calendar = to_icalendar({pack, {}, kWritten, ClosedSessions::kWhole});
  std::size_t start = 0;
  for (std::size_t end = calendar.find("\r\n"); end != std::string::npos;
       end = calendar.find("\r\n", start)) {
    EXPECT_LE(end - start, 75U);
    EXPECT_NE(static_cast<unsigned char>(calendar[start]) & 0xC0U, 0x80U);
    start = end + 2;
  }
  EXPECT_EQ(start, calendar.size());
}

}  // namespace
}  // namespace tertulia::formats
