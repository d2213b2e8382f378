// SPDX-License-Identifier: Apache-2.0
// What large calendars cost: one of 2 MB read by libical alone and by us, one of many years of which the
// visit is a few days, and the programme of nine days in 100 rooms in memory. The ratios of one run count.
#include <algorithm>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>
#include <libical/ical.h>

#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/pack/agenda_builder.h"

namespace tertulia {
namespace {

using namespace formats;

constexpr int kRooms = 100;
constexpr int kDays = 9;
constexpr int kSessionsOfADay = 8;
constexpr std::size_t kTwoMegabytes = 2'000'000;

CalendarDays days_of_visit() {
  return {"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 10 + kDays - 1, 0, 0, 0}, "en"};
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string entry(int number, const std::string& day, int hour, int room) {
  const std::string zone = ";TZID=Europe/Lisbon:";
  return "BEGIN:VEVENT\r\nUID:" + std::to_string(number) + "@bench\r\nDTSTAMP:20270101T000000Z\r\nDTSTART" +
         zone + day + "T" + two(hour) + "0000\r\nDTEND" + zone + day + "T" + two(hour) +
         "4500\r\nSUMMARY:Session " + std::to_string(number) +
         ": what peers learn from each other\r\nLOCATION:Room " + std::to_string(room) +
         "\r\nDESCRIPTION:<p>Expected outcomes:</p><ul><li>One page</li></ul>\r\nEND:VEVENT\r\n";
}

// Every room all day on nine days.
std::string programme() {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  int number = 0;
  for (int day = 0; day < kDays; ++day)
    for (int room = 1; room <= kRooms; ++room)
      for (int hour = 9; hour < 9 + kSessionsOfADay; ++hour)
        text += entry(number++, "202705" + two(10 + day), hour, room);
  return text + "END:VCALENDAR\r\n";
}

// Two entries a day, year after year, until it has 2 MB.
std::string many_years() {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  for (int number = 0; text.size() < kTwoMegabytes; ++number) {
    const int day = number / 2;
    const std::string date = std::to_string(2028 - day / 336) + two(1 + day / 28 % 12) + two(1 + day % 28);
    text += entry(number, date, 9 + number % 2, 1);
  }
  return text + "END:VCALENDAR\r\n";
}

VisitFile visit_of_programme() {
  VisitFile file;
  file.visit.zone = days_of_visit().zone;
  file.visit.languages = {"en"};
  for (int room = 1; room <= kRooms; ++room)
    file.visit.rooms.push_back(
        {"room-" + std::to_string(room), LocalizedText("en", "Room " + std::to_string(room))});
  return file;
}

void libical_alone_2_mb(benchmark::State& state) {
  const std::string text = programme().substr(0, kTwoMegabytes);
  for (auto turn : state) {
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> parsed(
        icalcomponent_new_from_string(text.c_str()), icalcomponent_free);
    benchmark::DoNotOptimize(parsed.get());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(libical_alone_2_mb)->Unit(benchmark::kMillisecond);

void read(benchmark::State& state, const std::string& text) {
  std::size_t entries = 0;
  for (auto turn : state) {
    Findings findings;
    const auto contents = read_icalendar({"agenda.ics", text}, days_of_visit(), findings);
    entries = contents ? contents->entries.size() : 0;
  }
  if (entries == 0) state.SkipWithError("nothing was read");
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void calendar_2_mb(benchmark::State& state) { read(state, programme().substr(0, kTwoMegabytes)); }
BENCHMARK(calendar_2_mb)->Unit(benchmark::kMillisecond);

void calendar_2_mb_of_many_years(benchmark::State& state) { read(state, many_years()); }
BENCHMARK(calendar_2_mb_of_many_years)->Unit(benchmark::kMillisecond);

// What a file may hold in any number, because somebody means harm or a program went wrong. The cost has to
// grow as the file does: BigO at the end of each group says how it grew, N or NlgN, never N^2.
std::string moment(int seconds) {
  const auto start = wall_from_rfc3339("2027-05-10T08:00:00Z").value();
  std::string text = to_rfc3339(start + std::chrono::seconds(seconds));
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string short_entry(int second, const std::string& lines) {
  return "BEGIN:VEVENT\nUID:one\nSUMMARY:S\nDURATION:PT1H\nDTSTART:" + moment(second) + "\n" + lines +
         "END:VEVENT\n";
}

template <class Line>
void read_many(benchmark::State& state, const std::string& first, Line line) {
  const int count = static_cast<int>(state.range(0));
  std::string text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + first;
  for (int number = 0; number < count; ++number) text += line(number, count);
  read(state, text + "END:VCALENDAR\n");
  state.SetComplexityN(count);
}

void revisions_of_one_entry(benchmark::State& state) {
  read_many(state, "",
            [](int number, int) { return short_entry(number, "SEQUENCE:" + std::to_string(number) + "\n"); });
}

void copies_of_one_entry(benchmark::State& state) {
  read_many(state, "", [](int number, int) { return short_entry(number, ""); });
}

void changes_of_one_series(benchmark::State& state) {
  read_many(state, short_entry(0, "RRULE:FREQ=HOURLY\n"),
            [](int number, int) { return short_entry(number, "RECURRENCE-ID:" + moment(number) + "\n"); });
}

void ends_of_nothing(benchmark::State& state) {
  read_many(state, short_entry(0, "") + "BEGIN:VEVENT\n",
            [](int number, int count) { return std::string(number < count / 2 ? "BEGIN:X\n" : "END:Y\n"); });
}

void lines_of_one_folded_property(benchmark::State& state) {
  read_many(state, short_entry(0, "") + "X-LONG;P=1\n",
            [](int, int) { return std::string(" abcdefghi=\n"); });
}

void twice_and_twice_again(benchmark::internal::Benchmark* kind) {
  kind->RangeMultiplier(2)->Range(12'500, 50'000)->Unit(benchmark::kMillisecond)->Complexity();
}
BENCHMARK(revisions_of_one_entry)->Apply(twice_and_twice_again);
BENCHMARK(copies_of_one_entry)->Apply(twice_and_twice_again);
BENCHMARK(changes_of_one_series)->Apply(twice_and_twice_again);
BENCHMARK(ends_of_nothing)->Apply(twice_and_twice_again);
BENCHMARK(lines_of_one_folded_property)->Apply(twice_and_twice_again);

void agenda_of_nine_days_in_100_rooms(benchmark::State& state) {
  Findings findings;
  const auto contents = read_icalendar({"agenda.ics", programme()}, days_of_visit(), findings);
  const VisitFile visit = visit_of_programme();
  std::size_t sessions = 0;
  for (auto turn : state) {
    Findings found;
    const Agenda agenda = build_agenda({visit, "agenda.ics", contents->entries}, found);
    sessions = agenda.sessions.size();
  }
  if (sessions != std::size_t{kRooms} * kDays * kSessionsOfADay) state.SkipWithError("sessions are missing");
}
BENCHMARK(agenda_of_nine_days_in_100_rooms)->Unit(benchmark::kMillisecond);

// What each screen asks of it, every time something changes.
void what_runs_in_a_room_of_100(benchmark::State& state) {
  Findings findings;
  const auto contents = read_icalendar({"agenda.ics", programme()}, days_of_visit(), findings);
  const Agenda agenda = build_agenda({visit_of_programme(), "agenda.ics", contents->entries}, findings);
  const WallTime noon = wall_from_rfc3339("2027-05-14T11:10:00Z").value();
  for (auto turn : state) {
    const Session* running = agenda.running_in("room-57", noon);
    const auto upcoming = agenda.upcoming_in("room-57", noon);
    if (running == nullptr || upcoming.empty()) state.SkipWithError("the room has no session");
    benchmark::DoNotOptimize(upcoming.data());
  }
}
BENCHMARK(what_runs_in_a_room_of_100)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tertulia
