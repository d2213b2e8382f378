// SPDX-License-Identifier: Apache-2.0
// The [[sessions]] tables of visit.toml.
#include <algorithm>

#include "firmware/formats/containers/toml.h"
#include "firmware/formats/pack/visit_toml.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::int64_t kLongestMinutes = 24 * 60;

// A word of a fixed vocabulary; `parse` names the allowed ones in its error.
template <class Value>
std::optional<Value> word(TomlTable& table, std::string_view key, Result<Value> (*parse)(std::string_view)) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  Result<Value> value = parse(*text);
  if (value.ok()) return value.value();
  table.wrong(key, "has an unknown value: " + value.error().message);
  return std::nullopt;
}

std::optional<Milliseconds> minutes(TomlTable& table, std::string_view key) {
  const auto number = table.integer(key, 0, kLongestMinutes);
  if (!number) return std::nullopt;
  return Milliseconds(Minutes(*number));
}

// "11:00" as minutes since midnight.
std::optional<Minutes> time_of_day(TomlTable& table, std::string_view key) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  const std::vector<std::string> parts = split(*text, ':');
  if (parts.size() == 2 && parts[1].size() == 2) {
    const auto hour = whole_number(parts[0]);
    const auto minute = whole_number(parts[1]);
    if (hour && minute && *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60)
      return Minutes(*hour * 60 + *minute);
  }
  table.wrong(key, "must be a time of day in quotes like \"11:00\".");
  return std::nullopt;
}

void check_limits(TomlTable& table, const Segment& segment) {
  for (const auto& [key, limit] :
       {std::pair{"amber_minutes", segment.amber_before}, std::pair{"red_minutes", segment.red_before},
        std::pair{"minimum_minutes", segment.minimum}})
    if (limit && *limit > segment.length) table.wrong(key, "is longer than the segment.");
  if (segment.minimum && segment.policy != ReflowPolicy::kShrink)
    table.wrong("minimum_minutes", "needs policy = \"shrink\".");
}

SegmentDetails read_segment(TomlTable& table) {
  SegmentDetails details;
  Segment& segment = details.segment;
  segment.id = table.required_slug("id");
  segment.title = table.required_localized("title");
  segment.speaker = table.localized("speaker");
  segment.kind = word(table, "kind", segment_kind_from).value_or(SegmentKind::kOther);
  segment.policy = word(table, "policy", reflow_policy_from).value_or(ReflowPolicy::kFixed);
  const auto length = table.integer("minutes", 1, kLongestMinutes);
  if (!table.has("minutes")) table.wrong("minutes", "is missing; give the segment's length.");
  segment.length = Minutes(length.value_or(1));
  segment.amber_before = minutes(table, "amber_minutes");
  segment.red_before = minutes(table, "red_minutes");
  segment.minimum = minutes(table, "minimum_minutes");
  segment.rooms = static_cast<int>(table.integer("rooms", 1, 99).value_or(1));
  details.start = time_of_day(table, "start");
  check_limits(table, segment);
  table.finish();
  return details;
}

// A session moves with what runs late before it, or holds. The other policies are those of its parts.
bool read_holds(TomlTable& table) {
  const auto policy = word(table, "policy", reflow_policy_from);
  if (!policy || *policy == ReflowPolicy::kFixed) return false;
  if (*policy != ReflowPolicy::kPinned)
    table.wrong("policy", "of a session is \"fixed\" or \"pinned\"; give the others to its segments.");
  return *policy == ReflowPolicy::kPinned;
}

bool has_segment(const SessionDetails& details, const std::string& id) {
  return std::any_of(details.segments.begin(), details.segments.end(),
                     [&](const SegmentDetails& known) { return known.segment.id == id; });
}

}  // namespace

SessionDetails read_session_details(TomlTable& table) {
  SessionDetails details;
  details.line = table.line();
  details.uid = table.text("uid").value_or("");
  details.calendar_title = table.text("calendar_title").value_or("");
  if (details.uid.empty() && details.calendar_title.empty())
    table.wrong("uid", "is missing; name the calendar entry by uid or calendar_title.");
  details.title = table.localized("title");
  details.expected_outcomes = table.localized("expected_outcomes");
  details.access = word(table, "access", access_from);
  details.presence = word(table, "presence", presence_from);
  details.is_break = table.flag("break");
  details.format = table.text("format").value_or("");
  details.form = table.text("form").value_or("");
  details.holds = read_holds(table);
  for (TomlTable& segment_table : table.tables("segments")) {
    segment_table.scope().path = "[[sessions.segments]]";
    SegmentDetails segment = read_segment(segment_table);
    if (has_segment(details, segment.segment.id))
      segment_table.wrong("id", in_quotes(segment.segment.id) + " stands twice in this session; rename one.");
    details.segments.push_back(std::move(segment));
  }
  table.finish();
  return details;
}

}  // namespace tertulia::formats
