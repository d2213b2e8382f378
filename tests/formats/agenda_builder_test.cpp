// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_builder.h"

#include "firmware/formats/pack/expected_outcomes.h"
#include "firmware/formats/text/slug.h"
#include "tests/formats/calendars.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;

VisitFile lisbon() {
  VisitFile file;
  file.name = "visit.toml";
  file.visit.zone = "Europe/Lisbon";
  file.visit.languages = {"pt", "en"};
  file.visit.rooms = {{"magna", LocalizedText("pt", "Sala Magna")},
                      {"azul", LocalizedText("pt", "Sala Azul")}};
  file.aliases = {{"Great Hall", "magna"}};
  return file;
}

// 10:00 to 11:00 UTC, 11:00 in Lisbon.
CalendarEntry entry(const std::string& title) {
  CalendarEntry result;
  result.id = result.uid = title + "@calendar";
  result.title = LocalizedText("en", title);
  result.start = wall_from_rfc3339("2027-05-10T10:00:00Z").value();
  result.end = result.start + std::chrono::hours(1);
  result.location = "magna";
  result.line = 3;
  return result;
}

CalendarEntry entry_without_place(const std::string& title) {
  CalendarEntry result = entry(title);
  result.location.clear();
  return result;
}

SessionDetails details_for(const std::string& uid) {
  SessionDetails details;
  details.uid = uid;
  details.line = 30;
  return details;
}

SegmentDetails segment(const std::string& id, int minutes) {
  SegmentDetails details;
  details.segment.id = id;
  details.segment.title = LocalizedText("en", id);
  details.segment.length = Minutes(minutes);
  return details;
}

struct Built {
  Agenda agenda;
  Findings findings;
};

Built build(const VisitFile& visit, const std::vector<CalendarEntry>& entries) {
  Built built;
  built.agenda = build_agenda({visit, "agenda.ics", entries}, built.findings);
  return built;
}

Session session_at(const std::string& location) {
  CalendarEntry one = entry("Opening");
  one.location = location;
  return build(lisbon(), {one}).agenda.sessions.at(0);
}

TEST(agenda_builder, a_location_is_a_room_by_id_name_or_alias) {
  EXPECT_EQ(session_at("magna").room, "magna");
  EXPECT_EQ(session_at(" SALA\u00A0Magna ").room, "magna");
  EXPECT_EQ(session_at("great hall").room, "magna");
}

TEST(agenda_builder, a_location_with_one_room_in_it_is_guessed_and_said) {
  EXPECT_EQ(RoomFinder(lisbon()).at("Sala Azul, 2.º andar").match, PlaceMatch::kGuessed);
  EXPECT_EQ(RoomFinder(lisbon()).at("Sala Azul, 2.º andar").room, "azul");
  EXPECT_EQ(RoomFinder(lisbon()).at("Sala Azul e Sala Magna").match, PlaceMatch::kNone);
  EXPECT_EQ(RoomFinder(lisbon()).at("Magnalia").match, PlaceMatch::kNone);
}

TEST(agenda_builder, a_place_elsewhere_is_kept_as_written) {
  const Session session = session_at("Museu do Fado");
  EXPECT_EQ(session.room, "");
  EXPECT_EQ(session.place, "Museu do Fado");
}

TEST(agenda_builder, an_entry_without_a_place_is_in_the_only_room_of_the_visit) {
  VisitFile one = lisbon();
  one.visit.rooms.resize(1);
  const Built built = build(one, {entry_without_place("Opening")});
  EXPECT_EQ(built.agenda.sessions[0].room, "magna");
  EXPECT_THAT(guessed(built.findings), SaysAt("line 3", "taken for the only one of the visit"));
}

TEST(agenda_builder, an_online_session_is_in_no_room) {
  VisitFile one = lisbon();
  one.visit.rooms.resize(1);
  one.sessions = {details_for("Opening@calendar")};
  one.sessions[0].presence = Presence::kOnline;
  EXPECT_EQ(build(one, {entry_without_place("Opening")}).agenda.sessions[0].room, "");
}

TEST(agenda_builder, entries_without_a_place_are_said_where_nobody_can_know_their_room) {
  const Built built = build(lisbon(), {entry_without_place("Opening"), entry_without_place("Fair")});
  EXPECT_EQ(built.agenda.sessions[0].room, "");
  EXPECT_THAT(guessed(built.findings), SaysAt("", "2 entries: It names no room"));
}

TEST(agenda_builder, a_link_as_location_means_online_and_is_never_shown) {
  const Session session = session_at("https://meet.example/secret");
  EXPECT_EQ(session.presence, Presence::kOnline);
  EXPECT_EQ(session.place, "");
}

TEST(agenda_builder, a_conference_beside_a_room_means_hybrid) {
  CalendarEntry one = entry("Opening");
  one.location = "magna";
  one.has_conference = true;
  EXPECT_EQ(build(lisbon(), {one}).agenda.sessions[0].presence, Presence::kHybrid);
  one.has_conference = false;
  one.has_url = true;  // often only the page of the session
  EXPECT_EQ(build(lisbon(), {one}).agenda.sessions[0].presence, Presence::kInPerson);
  one.location = "";
  EXPECT_EQ(build(lisbon(), {one}).agenda.sessions[0].presence, Presence::kOnline);
}

TEST(agenda_builder, expected_outcomes_end_with_their_paragraph) {
  EXPECT_EQ(expected_outcomes_in("Hello.\n\nExpected Outcomes:\n - one\n - two\n\nBring a pen."),
            "- one\n- two");
  EXPECT_EQ(expected_outcomes_in("nothing here"), "");
  EXPECT_EQ(expected_outcomes_in("Round table. Expected outcomes: a plan"), "a plan");
}

TEST(agenda_builder, expected_outcomes_are_found_in_every_language_of_the_screens) {
  for (const char* mark :
       {"Expected outcomes:", "Résultats attendus :", "Resultados esperados:", "النتائج المتوقعة:",
        "የሚጠበቁ ውጤቶች፡", "მოსალოდნელი შედეგები:", "Matokeo yanayotarajiwa:", "EXPECTED OUTCOMES\n"})
    EXPECT_EQ(expected_outcomes_in("Hello.\n" + std::string(mark) + " one\ntwo\n\nthree"), "one\ntwo")
        << mark;
}

TEST(agenda_builder, expected_outcomes_of_the_description_are_said_to_be_guessed) {
  CalendarEntry one = entry("Opening");
  one.description = LocalizedText("en", "Expected outcomes: a plan");
  const Built built = build(lisbon(), {one});
  EXPECT_EQ(built.agenda.sessions[0].expected_outcomes.in("en"), "a plan");
  EXPECT_THAT(guessed(built.findings), SaysAt("line 3", "taken from the description"));
}

TEST(agenda_builder, a_session_without_details_is_one_segment_of_its_whole_length) {
  const Session session = build(lisbon(), {entry("Opening")}).agenda.sessions.at(0);
  ASSERT_EQ(session.rundown.segments.size(), 1U);
  EXPECT_EQ(session.rundown.segments[0].length, std::chrono::hours(1));
  EXPECT_EQ(session.rundown.segments[0].title.in("en"), "Opening");
}

TEST(agenda_builder, details_add_languages_to_the_title) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Opening@calendar")};
  visit.sessions[0].title = LocalizedText("pt", "Abertura");
  const Session session = build(visit, {entry("Opening")}).agenda.sessions.at(0);
  EXPECT_EQ(session.title.in("en"), "Opening");
  EXPECT_EQ(session.title.in("pt"), "Abertura");
}

TEST(agenda_builder, details_find_their_entry_by_title_too) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("")};
  visit.sessions[0].calendar_title = "opening ";
  visit.sessions[0].form = "pulse";
  EXPECT_EQ(build(visit, {entry("Opening")}).agenda.sessions.at(0).form, "pulse");
}

TEST(agenda_builder, details_that_match_nothing_are_said) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("gone@calendar")};
  EXPECT_THAT(skipped(build(visit, {entry("Opening")}).findings), SaysAt("line 30", "'gone@calendar'"));
}

TEST(agenda_builder, segments_that_take_longer_than_the_session_are_said) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Opening@calendar")};
  visit.sessions[0].segments = {segment("one", 40), segment("two", 35)};
  EXPECT_THAT(guessed(build(visit, {entry("Opening")}).findings), SaysAt("line 30", "15 minutes after"));
}

TEST(agenda_builder, a_segment_that_starts_before_the_one_before_it_ends_is_said) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Opening@calendar")};
  visit.sessions[0].segments = {segment("one", 20), segment("two", 10)};
  visit.sessions[0].segments[1].start = Minutes(11 * 60 + 15);
  EXPECT_THAT(guessed(build(visit, {entry("Opening")}).findings),
              SaysAt("line 30", "'two' starts 5 minutes before"));
}

TEST(agenda_builder, a_segment_that_may_shrink_without_a_minimum_is_said) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Opening@calendar")};
  visit.sessions[0].segments = {segment("one", 20)};
  visit.sessions[0].segments[0].segment.policy = ReflowPolicy::kShrink;
  EXPECT_THAT(guessed(build(visit, {entry("Opening")}).findings), SaysAt("line 30", "half of it is kept"));
  visit.sessions[0].segments[0].segment.minimum = Minutes(5);
  EXPECT_THAT(guessed(build(visit, {entry("Opening")}).findings), IsEmpty());
}

TEST(agenda_builder, a_session_that_is_pinned_holds) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Opening@calendar")};
  EXPECT_FALSE(build(visit, {entry("Opening")}).agenda.sessions.at(0).holds());
  visit.sessions[0].holds = true;
  EXPECT_TRUE(build(visit, {entry("Opening")}).agenda.sessions.at(0).holds());
}

TEST(agenda_builder, the_start_of_a_segment_is_on_the_sessions_day) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Opening@calendar")};
  visit.sessions[0].segments = {segment("one", 10)};
  visit.sessions[0].segments[0].start = Minutes(11 * 60 + 15);
  const Session session = build(visit, {entry("Opening")}).agenda.sessions.at(0);
  ASSERT_TRUE(session.rundown.segments[0].planned_start);
  EXPECT_EQ(to_rfc3339(*session.rundown.segments[0].planned_start), "2027-05-10T10:15:00Z");
}

TEST(agenda_builder, the_slug_of_a_closed_session_betrays_nothing) {
  CalendarEntry one = entry("Budget cuts");
  one.is_private = true;
  const Session session = build(lisbon(), {one}).agenda.sessions.at(0);
  EXPECT_EQ(session.access, Access::kClosed);
  EXPECT_EQ(session.slug, opaque_slug("Budget cuts@calendar"));
}

TEST(agenda_builder, details_can_close_a_session_and_its_slug_with_it) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Budget cuts@calendar")};
  visit.sessions[0].access = Access::kClosed;
  EXPECT_TRUE(build(visit, {entry("Budget cuts")}).agenda.sessions.at(0).slug.starts_with("session-"));
}

TEST(agenda_builder, sessions_of_one_title_get_slugs_that_do_not_depend_on_their_order) {
  CalendarEntry first = entry("Coffee");
  CalendarEntry second = entry("Coffee");
  first.id = "a";
  second.id = "b";
  second.start += std::chrono::hours(2);
  second.end += std::chrono::hours(2);
  const Agenda both = build(lisbon(), {first, second}).agenda;
  EXPECT_NE(both.sessions[0].slug, both.sessions[1].slug);
  std::swap(first.start, second.start);
  std::swap(first.end, second.end);
  const Agenda swapped = build(lisbon(), {first, second}).agenda;
  EXPECT_EQ(both.find("a")->slug, swapped.find("a")->slug);
}

TEST(agenda_builder, every_slug_is_a_topic_level) {
  for (const char* title :
       {"Opening", "გახსნა", "Ação!", "", "A very long title that never seems to end, ever"})
    EXPECT_TRUE(is_slug(build(lisbon(), {entry(title)}).agenda.sessions.at(0).slug)) << title;
}

TEST(agenda_builder, an_entry_without_a_title_still_shows_something) {
  CalendarEntry one = entry("x");
  one.title = LocalizedText();
  const Built built = build(lisbon(), {one});
  EXPECT_EQ(built.agenda.sessions[0].title.in("en"), "Session");
  EXPECT_THAT(guessed(built.findings), SaysAt("line 3", "no title"));
}

TEST(agenda_builder, a_title_that_names_a_break_makes_one) {
  const Built built = build(lisbon(), {entry("Pause café")});
  EXPECT_TRUE(built.agenda.sessions.at(0).is_break);
  EXPECT_THAT(guessed(built.findings), SaysAt("line 3", "Taken for a break"));
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Pause café@calendar")};
  visit.sessions[0].is_break = false;
  EXPECT_FALSE(build(visit, {entry("Pause café")}).agenda.sessions.at(0).is_break);
}

TEST(agenda_builder, a_break_of_a_whole_day_is_none_and_said) {
  CalendarEntry one = entry("Holiday");
  one.is_break = one.all_day = true;
  const Built built = build(lisbon(), {one});
  EXPECT_FALSE(built.agenda.sessions.at(0).is_break);
  EXPECT_THAT(guessed(built.findings), SaysAt("line 3", "lasts the whole day"));
}

TEST(agenda_builder, closing_a_session_that_is_not_there_is_wrong_and_the_likely_title_is_named) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("")};
  visit.sessions[0].calendar_title = "Bugdet cuts";
  visit.sessions[0].access = Access::kClosed;
  const Built built = build(visit, {entry("Budget cuts"), entry("Opening")});
  EXPECT_THAT(wrong(built.findings),
              SaysAt("line 30", "'Bugdet cuts' (there is 'Budget cuts'), so the session"));
}

TEST(agenda_builder, closing_an_entry_that_was_left_out_is_no_mistake) {
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Budget cuts@calendar")};
  visit.sessions[0].access = Access::kClosed;
  Findings findings;
  const std::vector<CalendarEntry> entries{entry("Opening")};
  (void)build_agenda({visit, "agenda.ics", entries, {{"Budget cuts@calendar", {}}}}, findings);
  EXPECT_FALSE(findings.any_wrong());
  EXPECT_THAT(skipped(findings), SaysAt("line 30", "was left out"));
}

TEST(agenda_builder, a_title_that_says_closed_needs_a_mark) {
  const Built built = build(lisbon(), {entry("Réunion à huis clos")});
  EXPECT_THAT(wrong(built.findings), SaysAt("line 3", "says that it is closed, and nothing marks it so"));
  CalendarEntry marked = entry("Réunion à huis clos");
  marked.is_private = true;
  EXPECT_FALSE(build(lisbon(), {marked}).findings.any_wrong());
  VisitFile visit = lisbon();
  visit.sessions = {details_for("Réunion à huis clos@calendar")};
  visit.sessions[0].access = Access::kOpen;
  EXPECT_FALSE(build(visit, {entry("Réunion à huis clos")}).findings.any_wrong());
}

TEST(agenda_builder, sessions_of_one_room_at_the_same_time_are_said_once) {
  std::vector<CalendarEntry> entries{entry("One"), entry("Two"), entry("Three"), entry("Elsewhere")};
  for (CalendarEntry& one : entries) one.location = "magna";
  entries[3].location = "azul";
  const Built built = build(lisbon(), entries);
  EXPECT_THAT(guessed(built.findings), SaysAt("", "2 pairs of sessions: At the same time in one room"));
  EXPECT_THAT(guessed(built.findings), SaysAt("", "'One' and 'Two', 2027-05-10 11:00, in 'magna'"));
}

TEST(agenda_builder, sessions_that_follow_each_other_do_not_overlap) {
  std::vector<CalendarEntry> entries{entry("One"), entry("Two")};
  for (CalendarEntry& one : entries) one.location = "magna";
  entries[1].start += std::chrono::hours(1);
  entries[1].end += std::chrono::hours(1);
  EXPECT_THAT(build(lisbon(), entries).findings.all(), IsEmpty());
}

TEST(agenda_builder, a_place_that_is_no_room_is_named_once_for_all_its_sessions) {
  std::vector<CalendarEntry> entries(24, entry("Opening"));
  for (std::size_t index = 0; index < entries.size(); ++index) {
    entries[index].location = "Museu do Fado";
    entries[index].start += std::chrono::hours(index);
    entries[index].end += std::chrono::hours(index);
  }
  const Built built = build(lisbon(), entries);
  EXPECT_THAT(guessed(built.findings),
              testing::ElementsAre(
                  testing::AllOf(testing::HasSubstr("24 entries: The location is no room of the visit"),
                                 testing::HasSubstr("('Museu do Fado', line 3)"))));
}

TEST(agenda_builder, findings_about_a_closed_session_do_not_tell_its_title) {
  CalendarEntry one = entry("Budget cuts");
  one.is_private = true;
  one.has_conference = true;
  for (const std::string& line : guessed(build(lisbon(), {one}).findings))
    EXPECT_EQ(line.find("Budget"), std::string::npos);
}

}  // namespace
}  // namespace tertulia::formats
