// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/pack/agenda_builder.h"
#include "firmware/formats/text/slug.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

// They touch the days of the visit.
bool is_within_the_days(const tertulia::formats::CalendarEntry& entry) {
  const auto first = tertulia::to_wall({2027, 5, 10, 0, 0, 0}, "Europe/Lisbon");
  const auto last = tertulia::to_wall({2027, 5, 14, 0, 0, 0}, "Europe/Lisbon");
  return entry.start < last.value() && entry.end > first.value();
}

}  // namespace

// Entries are within the visit's days, have a length and unique ids; every session has a slug that fits a
// topic.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  formats::Findings findings;
  const formats::CalendarDays days{"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 13, 0, 0, 0}, "en"};
  const auto contents = formats::read_icalendar({"agenda.ics", as_text(data, size)}, days, findings);
  require(contents.has_value() || findings.any_wrong());
  if (!contents) return 0;
  for (const formats::CalendarEntry& entry : contents->entries) require(is_within_the_days(entry));
  formats::VisitFile visit;
  visit.visit.zone = days.zone;
  visit.visit.languages = {"en"};
  visit.visit.rooms = {{"magna", LocalizedText("en", "Great Hall")}};
  const Agenda agenda =
      formats::build_agenda({visit, "agenda.ics", contents->entries, contents->left_out}, findings);
  for (const Session& session : agenda.sessions) {
    require(session.end > session.start());
    require(formats::is_slug(session.slug));
    require(agenda.find(session.id) == &session);
  }
  return 0;
}
