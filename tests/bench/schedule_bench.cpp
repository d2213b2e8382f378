// SPDX-License-Identifier: Apache-2.0
// What large agendas of other programs cost: a schedule.xml of 2 MB, and a table of as many rows.
#include <string>

#include <benchmark/benchmark.h>

#include "firmware/formats/schedule/agenda_file.h"

namespace tertulia {
namespace {

using namespace formats;

const CalendarDays kDays{"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 18, 0, 0, 0}, "en"};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// Nine days, 100 rooms, until it has as many bytes.
std::string large_schedule(std::size_t bytes) {
  std::string xml = "<schedule><conference><time_zone_name>Europe/Lisbon</time_zone_name></conference>";
  int id = 0;
  for (int day = 10; day <= 18 && xml.size() < bytes; ++day) {
    xml += "<day date=\"2027-05-" + two(day) + "\">\n";
    for (int room = 1; room <= 100 && xml.size() < bytes; ++room) {
      xml += "<room name=\"Room " + std::to_string(room) + "\">\n";
      for (int hour = 9; hour < 18; ++hour, ++id)
        xml +=
            "<event guid=\"e-" + std::to_string(id) + "\"><date>2027-05-" + two(day) + "T" + two(hour) +
            ":00:00+01:00</date><start>" + two(hour) + ":00</start><duration>00:45</duration><room>Room " +
            std::to_string(room) + "</room><title>Session " + std::to_string(id) +
            "</title><type>lecture</type><language>en</language><abstract>What peers learn from each "
            "other.</abstract><persons><person>Portugal</person><person>Kenya</person></persons></event>\n";
      xml += "</room>\n";
    }
    xml += "</day>\n";
  }
  return xml + "</schedule>\n";
}

std::string large_table(int rows) {
  std::string csv = "Day,Start,End,Room,Title,Speakers\n";
  for (int row = 0; row < rows; ++row)
    csv += "2027-05-" + two(10 + row % 9) + "," + two(9 + row % 9) + "h00," + two(9 + row % 9) + "h45,Room " +
           std::to_string(row % 100) + ",Session " + std::to_string(row) + ",Portugal\n";
  return csv;
}

void read(benchmark::State& state, const std::string& name, const std::string& bytes) {
  std::size_t entries = 0;
  for (auto _ : state) {
    Findings findings;
    const auto read = read_agenda_file({name, bytes}, Named::kYes, kDays, findings);
    entries = read ? read->entries.size() : 0;
    benchmark::DoNotOptimize(entries);
  }
  if (entries == 0) state.SkipWithError("nothing was read");
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

void schedule_xml_of_2_mb(benchmark::State& state) { read(state, "schedule.xml", large_schedule(2'000'000)); }
BENCHMARK(schedule_xml_of_2_mb)->Unit(benchmark::kMillisecond);

void table_of_5000_rows(benchmark::State& state) { read(state, "plan.csv", large_table(5000)); }
BENCHMARK(table_of_5000_rows)->Unit(benchmark::kMillisecond);

// The cost has to grow as the object does: BigO says N, not N^2.
void members_of_one_json_object(benchmark::State& state) {
  std::string json = R"({"talks":[{"title":"T","start":"2027-05-10 10:00"}],"rooms":{)";
  for (std::int64_t number = 0; number < state.range(0); ++number)
    json += "\"room-" + std::to_string(number) + "\":[],";
  read(state, "schedule.json", json + "\"last\":[]}}");
  state.SetComplexityN(state.range(0));
}
BENCHMARK(members_of_one_json_object)
    ->RangeMultiplier(2)
    ->Range(12'500, 50'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
}  // namespace tertulia
