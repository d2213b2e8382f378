// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/visit_toml.h"

#include "firmware/domain/sealing_key.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kVisit = R"toml([visit]
id = "lisbon-2027"
programme = "peer-exchange"
title = { en = "Peer exchange", pt = "Intercâmbio" }
venue = "Casa da Tertúlia"
zone = "Europe/Lisbon"
first_day = 2027-05-10
last_day = 2027-05-13
languages = ["pt", "en", "ka"]
default_form = "session-pulse"
[host]
name = { en = "Portugal" }
[[visitors]]
name = { en = "Costa Rica" }
[[rooms]]
id = "magna"
name = "Sala Magna"
aliases = ["Sala Magna (1st floor)"]
[[groups]]
id = "hosting"
name = { en = "Hosting peer" }
[privacy]
threshold = 7
abandoned = "drop"
[agenda]
file = "programme.ics"
)toml";

struct Read {
  std::optional<VisitFile> file;
  Findings findings;
};

Read read(const std::string& text) {
  Read result;
  result.file = read_visit_toml({"visit.toml", text}, result.findings);
  return result;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(visit_toml, the_accent_of_the_programme_is_a_colour) {
  const Read result = read(kVisit + "[branding]\naccent = \"#0F6b6B\"\n");
  ASSERT_TRUE(result.file);
  EXPECT_THAT(wrong(result.findings), IsEmpty());
  EXPECT_EQ(result.file->visit.branding.accent, 0x0f6b6bU);
  EXPECT_EQ(read(kVisit).file->visit.branding.accent, std::nullopt);
  for (const char* text : {"teal", "#0f6b6", "#0f6b6bff", "0f6b6b1", "#0f6b6g", ""})
    EXPECT_THAT(wrong(read(kVisit + "[branding]\naccent = \"" + text + "\"\n").findings),
                SaysAt("line 28", "must be a colour of six hexadecimal digits"))
        << text;
}

TEST(visit_toml, a_whole_visit_is_read) {
  const Read result = read(kVisit);
  ASSERT_TRUE(result.file);
  EXPECT_THAT(wrong(result.findings), IsEmpty());
  const Visit& visit = result.file->visit;
  EXPECT_EQ(visit.id, "lisbon-2027");
  EXPECT_EQ(visit.title.in("en"), "Peer exchange");
  EXPECT_EQ(visit.first_day, (LocalTime{2027, 5, 10, 0, 0, 0}));
  EXPECT_THAT(visit.languages, ElementsAre("pt", "en", "ka"));
  EXPECT_EQ(visit.host.name.in("en"), "Portugal");
  EXPECT_EQ(visit.visitors.size(), 1U);
  EXPECT_EQ(visit.privacy.threshold, 7);
  EXPECT_FALSE(visit.privacy.keep_abandoned);
  EXPECT_EQ(result.file->agenda_file, "programme.ics");
  EXPECT_THAT(result.file->aliases,
              ElementsAre(std::pair<std::string, std::string>("Sala Magna (1st floor)", "magna")));
}

TEST(visit_toml, a_plain_text_is_in_the_default_language) {
  const Read result = read(kVisit);
  ASSERT_TRUE(result.file);
  EXPECT_TRUE(result.file->visit.venue.has("pt"));
  EXPECT_TRUE(result.file->visit.rooms[0].name.has("pt"));
}

TEST(visit_toml, a_syntax_error_names_its_line) {
  const Read result = read("[visit]\nid = \"x\"\ntitle = oops\n");
  EXPECT_FALSE(result.file);
  EXPECT_THAT(wrong(result.findings), SaysAt("line 3", "not valid TOML"));
  EXPECT_THAT(wrong(result.findings), SaysAt("line 3", "dates are written like 2027-05-10"));
}

TEST(visit_toml, an_unknown_key_is_wrong_and_names_its_line) {
  const Read result = read(replaced(kVisit, "venue =", "vanue ="));
  EXPECT_THAT(wrong(result.findings), SaysAt("line 5", "'vanue' is not a known key; known here are"));
}

TEST(visit_toml, a_wrong_type_names_its_line_and_what_is_expected) {
  const Read number = read(replaced(kVisit, "threshold = 7", "threshold = \"7\""));
  EXPECT_THAT(wrong(number.findings),
              SaysAt("line 23", "[privacy] 'threshold' must be a whole number from 1"));
  const Read day = read(replaced(kVisit, "2027-05-13", "\"2027-05-13\""));
  EXPECT_THAT(wrong(day.findings), SaysAt("line 8", "must be a day like 2027-05-10"));
}

TEST(visit_toml, no_threshold_is_below_five) {
  const Read low = read(replaced(kVisit, "threshold = 7", "threshold = 2"));
  ASSERT_TRUE(low.file);
  EXPECT_EQ(low.file->visit.privacy.threshold, 5);
  EXPECT_THAT(guessed(low.findings), SaysAt("line 23", "A threshold of 2 is raised to 5"));
  EXPECT_EQ(read(replaced(kVisit, "threshold = 7", "threshold = 8")).file->visit.privacy.threshold, 8);
}

TEST(visit_toml, contacts_are_sealed_to_the_key_that_it_names) {
  const std::string key = SealingKey(SealingKey::Bytes{1, 2, 3}).text();
  const Read result = read(replaced(kVisit, "threshold = 7", "threshold = 7\ncontact_key = \"" + key + "\""));
  ASSERT_TRUE(result.file);
  EXPECT_THAT(wrong(result.findings), IsEmpty());
  EXPECT_EQ(result.file->visit.privacy.contact_key, key);
}

TEST(visit_toml, a_mistyped_key_for_contacts_costs_the_contacts_alone) {
  const Read result = read(replaced(kVisit, "threshold = 7", "threshold = 7\ncontact_key = \"hello\""));
  ASSERT_TRUE(result.file);
  EXPECT_THAT(skipped(result.findings), SaysAt("line 24", "make-contact-key"));
  EXPECT_TRUE(result.file->visit.privacy.contact_key.empty());
}

TEST(visit_toml, a_missing_key_is_wrong_at_its_table) {
  const Read result = read(replaced(kVisit, "programme = \"peer-exchange\"\n", ""));
  EXPECT_THAT(wrong(result.findings), SaysAt("line 1", "'programme' is missing"));
}

TEST(visit_toml, an_unknown_zone_is_wrong) {
  const Read result = read(replaced(kVisit, "Europe/Lisbon", "Europe/Lisboa"));
  EXPECT_THAT(wrong(result.findings), SaysAt("line 6", "'Europe/Lisboa' is not a known time zone"));
}

TEST(visit_toml, days_in_the_wrong_order_are_wrong) {
  const Read result = read(replaced(kVisit, "last_day = 2027-05-13", "last_day = 2027-05-09"));
  EXPECT_THAT(wrong(result.findings), SaysAt("line 8", "before first_day"));
}

TEST(visit_toml, two_rooms_of_one_id_are_wrong) {
  const Read result = read(kVisit + "[[rooms]]\nid = \"magna\"\nname = \"Again\"\n");
  EXPECT_THAT(wrong(result.findings), SaysAt("line 28", "names two rooms"));
}

TEST(visit_toml, no_room_has_the_name_that_stands_for_all_of_them) {
  const Read result = read(kVisit + "[[rooms]]\nid = \"all-lisbon-2027\"\nname = \"Everywhere\"\n");
  EXPECT_THAT(wrong(result.findings), SaysAt("line 28", "stands for all rooms"));
}

TEST(visit_toml, a_topic_level_may_not_have_capitals) {
  const Read result = read(replaced(kVisit, "\"peer-exchange\"", "\"Peer Exchange\""));
  EXPECT_THAT(wrong(result.findings), SaysAt("line 3", "must be 1 to 32 of a-z, 0-9 and '-'"));
}

TEST(visit_toml, details_of_a_session_are_read) {
  const Read result = read(kVisit + R"([[sessions]]
uid = "s1@calendar"
title = { ka = "გახსნა" }
access = "closed"
presence = "hybrid"
format = "round-table"
form = "session-evaluation"
break = false
expected_outcomes = "Um plano"
[[sessions.segments]]
id = "opening"
title = { en = "Opening" }
kind = "opening"
minutes = 7
amber_minutes = 2
red_minutes = 1
policy = "shrink"
minimum_minutes = 5
start = "11:05"
rooms = 3
)");
  ASSERT_TRUE(result.file);
  EXPECT_THAT(wrong(result.findings), IsEmpty());
  ASSERT_EQ(result.file->sessions.size(), 1U);
  const SessionDetails& details = result.file->sessions[0];
  EXPECT_EQ(details.uid, "s1@calendar");
  EXPECT_EQ(details.access, Access::kClosed);
  EXPECT_EQ(details.presence, Presence::kHybrid);
  EXPECT_EQ(details.is_break, false);
  EXPECT_EQ(details.expected_outcomes.in("pt"), "Um plano");
  ASSERT_EQ(details.segments.size(), 1U);
  const Segment& segment = details.segments[0].segment;
  EXPECT_EQ(segment.length, Minutes(7));
  EXPECT_EQ(segment.kind, SegmentKind::kOpening);
  EXPECT_EQ(segment.policy, ReflowPolicy::kShrink);
  EXPECT_EQ(segment.amber_before, Milliseconds(Minutes(2)));
  EXPECT_EQ(segment.minimum, Milliseconds(Minutes(5)));
  EXPECT_EQ(segment.rooms, 3);
  EXPECT_EQ(details.segments[0].start, Minutes(11 * 60 + 5));
}

TEST(visit_toml, a_session_moves_or_holds_and_has_no_other_policy) {
  const auto holds = [](const char* policy) {
    return read(kVisit + "[[sessions]]\nuid = \"a\"\npolicy = \"" + policy + "\"\n");
  };
  EXPECT_TRUE(holds("pinned").file->sessions.at(0).holds);
  EXPECT_FALSE(holds("fixed").file->sessions.at(0).holds);
  EXPECT_THAT(wrong(holds("shrink").findings), SaysAt("line 29", "give the others to its segments"));
}

TEST(visit_toml, a_misspelt_access_never_opens_a_closed_session) {
  const Read value = read(kVisit + "[[sessions]]\nuid = \"a\"\naccess = \"close\"\n");
  EXPECT_THAT(wrong(value.findings), SaysAt("line 29", "'access' has an unknown value"));
  const Read key = read(kVisit + "[[sessions]]\nuid = \"a\"\nacess = \"closed\"\n");
  EXPECT_THAT(wrong(key.findings), SaysAt("line 29", "'acess' is not a known key"));
}

TEST(visit_toml, details_without_a_calendar_entry_are_wrong) {
  const Read result = read(kVisit + "[[sessions]]\nform = \"x\"\n");
  EXPECT_THAT(wrong(result.findings), SaysAt("line 27", "name the calendar entry by uid or calendar_title"));
}

TEST(visit_toml, a_segment_needs_a_length) {
  const Read result =
      read(kVisit + "[[sessions]]\nuid = \"a\"\n[[sessions.segments]]\nid = \"one\"\ntitle = \"One\"\n");
  EXPECT_THAT(wrong(result.findings), SaysAt("line 29", "'minutes' is missing"));
}

TEST(visit_toml, a_time_of_day_out_of_the_clock_is_wrong) {
  const Read result = read(kVisit +
                           "[[sessions]]\nuid = \"a\"\n[[sessions.segments]]\nid = \"one\"\ntitle = "
                           "\"One\"\nminutes = 5\nstart = \"25:00\"\n");
  EXPECT_THAT(wrong(result.findings), SaysAt("line 33", "must be a time of day"));
}

}  // namespace
}  // namespace tertulia::formats
