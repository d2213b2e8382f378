// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/schedule_json.h"

#include "tests/formats/agenda_readings.h"
#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct schedule_json : AgendaReadings {
  std::vector<CalendarEntry> read(std::string json) { return read_as("schedule.json", std::move(json)); }
};

TEST_F(schedule_json, version_1_has_days_and_in_them_rooms_by_name) {
  const auto entries =
      read(R"({"schedule": {"version": "0.1", "conference": {"title": "Visit", "start": "2027-05-10",
    "time_zone_name": "Europe/Lisbon",
    "rooms": [{"name": "Sala Magna"}],
    "days": [{"index": 1, "date": "2027-05-10", "rooms": {"Sala Magna": [
      {"guid": "aaa-1", "id": 4, "date": "2027-05-10T09:30:00+01:00", "start": "09:30", "duration": "01:30",
       "room": "Sala Magna", "title": "Opening", "subtitle": "", "type": "Talk", "language": "en",
       "persons": [{"id": 1, "public_name": "Portugal"}, {"name": "Kenya"}]},
      {"guid": "aaa-2", "start": "14:00", "duration": "00:30", "title": "Later"}]}}]}}})");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].title.in("en"), "Opening");
  EXPECT_EQ(entries[0].location, "Sala Magna");
  EXPECT_EQ(entries[0].extras.speakers.in("en"), "Portugal, Kenya");
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-10T08:30:00Z");
  EXPECT_EQ(entries[0].extras.place, (Place{"schedule.json", "line 5"}));
  EXPECT_EQ(to_rfc3339(entries[1].start), "2027-05-10T13:00:00Z");
  EXPECT_EQ(entries[1].location, "Sala Magna");
}

TEST_F(schedule_json, version_2_has_talks_beside_their_rooms_and_speakers) {
  const auto entries = read(R"({"timezone": "Europe/Lisbon", "event_start": "2027-05-10",
    "talks": [{"code": "ABCDEF", "title": {"en": "Opening", "fr": "Ouverture"}, "speakers": ["SPK1"], "room": 12,
               "start": "2027-05-10T09:30:00+01:00", "end": "2027-05-10T11:00:00+01:00"},
              {"code": null, "title": "Break", "room": 12, "start": "2027-05-10T11:00:00+01:00", "duration": 15}],
    "rooms": [{"id": 12, "name": {"en": "Sala Magna"}}],
    "speakers": [{"code": "SPK1", "name": "Portugal"}]})");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].id, "ABCDEF");
  EXPECT_EQ(entries[0].title.in("fr"), "Ouverture");
  EXPECT_EQ(entries[0].location, "Sala Magna");
  EXPECT_EQ(entries[0].extras.speakers.in("en"), "Portugal");
  EXPECT_EQ(entries[1].end - entries[1].start, std::chrono::minutes(15));
}

TEST_F(schedule_json, the_list_of_talks_of_an_api_has_a_slot_in_each) {
  const auto entries = read(R"({"count": 1, "results": [{"code": "X1", "title": "Opening",
    "speakers": [{"code": "S", "name": "Portugal"}],
    "slot": {"room": {"en": "Sala Verde"}, "start": "2027-05-10T10:00:00Z", "end": "2027-05-10T11:00:00Z"}}]})");
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(entries[0].location, "Sala Verde");
  EXPECT_EQ(to_rfc3339(entries[0].end), "2027-05-10T11:00:00Z");
}

TEST_F(schedule_json, a_session_of_indico_has_its_contributions_as_segments) {
  const auto entries = read(R"({"count": 1, "_type": "HTTPAPIResult", "results": {"137": {"20270510": {
    "s0": {"entryType": "Session", "uniqueId": "s0", "title": "Round table", "room": "Sala Magna",
      "startDate": {"date": "2027-05-10", "time": "09:00:00", "tz": "Europe/Zurich"},
      "endDate": {"date": "2027-05-10", "time": "10:30:00", "tz": "Europe/Zurich"},
      "conveners": [{"firstName": "", "familyName": "Portugal"}],
      "entries": {
        "c2": {"entryType": "Contribution", "uniqueId": "c2", "title": "Second", "duration": 30,
          "startDate": {"date": "2027-05-10", "time": "09:45:00", "tz": "Europe/Zurich"},
          "presenters": [{"name": "Kenya"}]},
        "c1": {"entryType": "Contribution", "uniqueId": "c1", "title": "First", "duration": 45,
          "startDate": {"date": "2027-05-10", "time": "09:00:00", "tz": "Europe/Zurich"}}}},
    "b1": {"entryType": "Break", "uniqueId": "b1", "title": "Coffee", "duration": 30,
      "startDate": {"date": "2027-05-10", "time": "10:30:00", "tz": "Europe/Zurich"}}}}}})");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(to_rfc3339(entries[0].start), "2027-05-10T07:00:00Z");
  EXPECT_EQ(entries[0].extras.speakers.in("en"), "Portugal");
  ASSERT_THAT(entries[0].extras.segments, SizeIs(2));
  EXPECT_EQ(entries[0].extras.segments[0].title.in("en"), "First");
  EXPECT_EQ(entries[0].extras.segments[0].id, "part-1");
  EXPECT_EQ(entries[0].extras.segments[1].speaker.in("en"), "Kenya");
  EXPECT_EQ(entries[0].extras.segments[1].length, std::chrono::minutes(30));
  EXPECT_TRUE(entries[1].is_break);
}

TEST_F(schedule_json, an_entry_without_a_time_costs_itself) {
  const auto entries = read(R"([{"title": "Bad", "start": "soon", "duration": 10},
                               {"title": "Good", "start": "2027-05-10 10:00", "duration": 10}])");
  EXPECT_THAT(entries, SizeIs(1));
  EXPECT_THAT(skipped(findings), testing::Contains(testing::HasSubstr("'Bad'")));
}

TEST_F(schedule_json, bad_json_is_wrong_at_its_line) {
  EXPECT_THAT(read("{\"schedule\":\n [,]}"), IsEmpty());
  EXPECT_THAT(wrong(findings), SaysAt("line 2", "no readable JSON"));
}

TEST_F(schedule_json, other_json_has_nothing_to_read) {
  EXPECT_THAT(read(R"({"type": "FeatureCollection", "features": []})"), IsEmpty());
  EXPECT_THAT(wrong(findings), SaysAt("", "no entry with a title and a start"));
}

TEST_F(schedule_json, nesting_without_end_ends) {
  std::string deep;
  for (int level = 0; level < 20000; ++level) deep += "{\"days\":[";
  EXPECT_THAT(read(deep), IsEmpty());
}

TEST_F(schedule_json, a_name_in_a_name_without_end_ends) {
  constexpr std::size_t kLevels = 200'000;
  std::string name;
  for (std::size_t level = 0; level < kLevels; ++level) name += "{\"name\":";
  name += "1" + std::string(kLevels, '}');
  EXPECT_THAT(read("[{\"title\":\"T\",\"start\":\"2027-05-10 10:00\",\"room\":" + name + "}]"), SizeIs(1));
}

TEST_F(schedule_json, the_line_of_an_entry_is_where_it_begins_whatever_numbers_stand_around_it) {
  const auto entries = read(
      "[{\"id\": 12, \"title\": \"A\", \"start\": \"2027-05-10 10:00\"},\n"
      " {\"index\": 2, \"persons\": [{\"id\": 3}],\n"
      "  \"title\": \"B\", \"start\": \"2027-05-10 11:00\", \"id\": 1},\n"
      " {\"title\": \"C\", \"start\": \"2027-05-10 12:00\"},\n"
      " {\"index\": 4, \"title\": \"D\", \"start\": \"2027-05-10 13:00\", \"id\": 3}, {\n"
      "  \"id\": 2, \"title\": \"E\", \"start\": \"2027-05-10 14:00\"}]");
  ASSERT_THAT(entries, SizeIs(5));
  EXPECT_EQ(entries[0].extras.place.where, "line 1");
  EXPECT_EQ(entries[1].extras.place.where, "line 2");
  EXPECT_EQ(entries[2].extras.place.where, "line 4");
  EXPECT_EQ(entries[3].extras.place.where, "line 5");
  EXPECT_EQ(entries[4].extras.place.where, "line 5");
}

TEST_F(schedule_json, of_a_member_that_stands_twice_the_first_is_read_and_lines_stay_right) {
  const auto entries = read(
      "{\"talks\": [{\"title\": \"A\", \"start\": \"2027-05-10 10:00\", \"room\": {\"name\": \"x\"},\n"
      "\"title\": \"Z\", \"room\": {\"name\": \"y\"}},\n"
      "{\"title\": \"B\", \"start\": \"2027-05-10 11:00\"}]}");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].title.in("en"), "A");
  EXPECT_EQ(entries[0].location, "x");
  EXPECT_EQ(entries[1].extras.place.where, "line 3");
}

}  // namespace
}  // namespace tertulia::formats
