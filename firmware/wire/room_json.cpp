// SPDX-License-Identifier: Apache-2.0
// Of what the moderator says: plan, shown, balance, verdicts, next session. Shares are in
// room_shares_json.cpp.
#include "firmware/wire/room_json.h"

#include <nlohmann/json.hpp>

#include "firmware/wire/timer_json.h"

namespace tertulia::wire {
namespace {

constexpr std::string_view kNames = "expected names of at most 255 bytes without control characters";
constexpr std::int64_t kMostClocks = static_cast<std::int64_t>(kMostSideClocks);

void put_unless_empty(Json& json, const char* member, const std::string& text) {
  if (!text.empty()) json[member] = text;
}

void put_flag(Json& json, const char* member, bool flag) {
  if (flag) json[member] = true;
}

Json countdown_json(const Countdown& countdown) {
  Json json = {{"left_ms", bounded(countdown.left)}};
  if (!countdown.anchor.boot_id.empty()) json["boot_ns"] = bounded(countdown.anchor.boot);
  if (countdown.ends) json["ends"] = to_rfc3339(*countdown.ends);
  return json;
}

Countdown read_countdown(Reader& read, const char* member, const std::string& boot_id) {
  Countdown countdown;
  const Json* json = read.object(member);
  if (!json) return countdown;
  Reader inner(*json, member);
  countdown.left = inner.milliseconds("left_ms");
  if (json->contains("boot_ns")) countdown.anchor = {inner.boot_time("boot_ns"), boot_id};
  countdown.ends = inner.optional_time("ends");
  if (const auto outcome = inner.outcome(); !outcome.ok()) read.add_error(member, outcome.error().message);
  return countdown;
}

Json change_json(const PlanChange& change) {
  Json json = {{"session", change.session.text()}};
  put_unless_empty(json, "segment", change.segment.text());
  if (change.length) json["length_ms"] = bounded(*change.length, Milliseconds(0));
  if (change.start) json["start"] = to_rfc3339(*change.start);
  if (change.amber_before) json["amber_ms"] = bounded(*change.amber_before, Milliseconds(0));
  if (change.red_before) json["red_ms"] = bounded(*change.red_before, Milliseconds(0));
  put_flag(json, "dropped", change.dropped);
  return json;
}

PlanChange read_change(Reader& read) {
  constexpr Milliseconds kNone{0};
  PlanChange change;
  change.session = PublicId::received(read.name("session"));
  change.segment = PublicId::received(read.optional_name("segment"));
  change.length = read.optional_milliseconds("length_ms", kNone);
  change.start = read.optional_time("start");
  change.amber_before = read.optional_milliseconds("amber_ms", kNone);
  change.red_before = read.optional_milliseconds("red_ms", kNone);
  change.dropped = read.optional_flag("dropped");
  return change;
}

Json clock_json(const SideClock& clock) {
  Json json = {{"length_ms", bounded(clock.length, Milliseconds(0))}, {"left", countdown_json(clock.left)}};
  put_unless_empty(json, "label", clock.label);
  return json;
}

Json announcement_json(const RoomAnnouncement& announcement) {
  Json json = {{"text", announcement.text},
               {"said", to_rfc3339(announcement.said)},
               {"length_ms", bounded(announcement.length, Milliseconds(0))},
               {"left", countdown_json(announcement.left)}};
  put_flag(json, "to_all", announcement.to_all);
  return json;
}

// Reads each item of a list that may be absent; complaints of an item are those of the list.
template <class Read>
void read_items(Reader& read, const char* member, const Json* list, Read one) {
  if (!list) return;
  for (const Json& item : *list) {
    if (!item.is_object()) return read.add_error(member, "expected a list of objects");
    Reader inner(item, member);
    one(inner);
    if (const auto outcome = inner.outcome(); !outcome.ok())
      return read.add_error(member, outcome.error().message);
  }
}

}  // namespace

void put_rank(Json& json, const Rank& rank) {
  json["revision"] = rank.revision;
  json["author"] = rank.author;
  if (rank.era > 0) json["era"] = rank.era;
  put_flag(json, "restored", rank.kind == WordKind::kRestored);
}

Rank read_rank(Reader& read, std::uint64_t least_revision) {
  Rank rank;
  rank.revision = read.count("revision", kMostRevision);
  if (rank.revision < least_revision) read.add_error("revision", "expected at least 1: nobody has said 0");
  rank.author = read.name("author");
  rank.era = read.optional_count("era");
  rank.kind = read.optional_flag("restored") ? WordKind::kRestored : WordKind::kSaid;
  return rank;
}

Json value_json(const PublicTimer& timer) { return timer_json(timer.timer()); }

void read_value(Reader& read, const std::string& /*boot_id*/, PublicTimer& timer) {
  timer = PublicTimer::received(read_timer(read));
}

Json value_json(const Plan& plan) {
  Json changes = Json::array();
  for (const PlanChange& change : plan.changes) changes.push_back(change_json(change));
  return {{"changes", std::move(changes)}};
}

void read_value(Reader& read, const std::string& /*boot_id*/, Plan& plan) {
  read_items(read, "changes", read.list("changes"),
             [&](Reader& inner) { plan.changes.push_back(read_change(inner)); });
}

Json value_json(const ShownNow& shown) {
  Json json = {{"shown", to_text(shown.kind)}};
  put_unless_empty(json, "item", shown.item);
  put_unless_empty(json, "text", shown.text);
  put_flag(json, "revealed", shown.revealed);
  put_flag(json, "counts_to_end", shown.counts_to_end);
  if (!shown.announcement.text.empty()) json["announcement"] = announcement_json(shown.announcement);
  for (const SideClock& clock : shown.clocks) json["clocks"].push_back(clock_json(clock));
  return json;
}

void read_value(Reader& read, const std::string& boot_id, ShownNow& shown) {
  shown.kind = read.word("shown", shown_kind_from);
  shown.item = read.optional_name("item");
  shown.text = read.optional_text("text", kMostRoomText);
  shown.revealed = read.optional_flag("revealed");
  shown.counts_to_end = read.optional_flag("counts_to_end");
  if (const Json* json = read.optional_object("announcement")) {
    Reader inner(*json, "announcement");
    RoomAnnouncement& announcement = shown.announcement;
    announcement.text = inner.text("text", kMostRoomText);
    announcement.said = inner.time("said");
    announcement.length = inner.milliseconds("length_ms", Milliseconds(0));
    announcement.left = read_countdown(inner, "left", boot_id);
    announcement.to_all = inner.optional_flag("to_all");
    if (const auto outcome = inner.outcome(); !outcome.ok())
      read.add_error("announcement", outcome.error().message);
  }
  read_items(read, "clocks", read.optional_list("clocks"), [&](Reader& inner) {
    const std::string label = inner.optional_name("label");
    const Milliseconds length = inner.milliseconds("length_ms", Milliseconds(0));
    shown.clocks.push_back({label, length, read_countdown(inner, "left", boot_id)});
  });
  if (std::ssize(shown.clocks) > kMostClocks) read.add_error("clocks", "expected at most 4 of them");
}

Json value_json(const Balance& balance) {
  Json spoken = Json::object();
  for (const auto& [group, time] : balance.spoken) spoken[group] = bounded(time, Milliseconds(0));
  Json json = {{"spoken_ms", std::move(spoken)}};
  put_unless_empty(json, "floor", balance.floor);
  if (!balance.floor.empty()) json["since_ns"] = bounded(balance.since.boot);
  put_flag(json, "revealed", balance.revealed);
  put_flag(json, "kept", balance.kept);
  return json;
}

void read_value(Reader& read, const std::string& boot_id, Balance& balance) {
  if (const Json* spoken = read.object("spoken_ms")) {
    Reader inner(*spoken, "spoken_ms");
    for (const auto& [group, time] : spoken->items()) {
      if (!is_name(group)) return read.add_error("spoken_ms", kNames);
      balance.spoken[group] = inner.milliseconds(group.c_str(), Milliseconds(0));
    }
    if (const auto outcome = inner.outcome(); !outcome.ok())
      read.add_error("spoken_ms", outcome.error().message);
  }
  balance.floor = read.optional_name("floor");
  if (!balance.floor.empty()) balance.since = {read.boot_time("since_ns"), boot_id};
  balance.revealed = read.optional_flag("revealed");
  balance.kept = read.optional_flag("kept");
}

Json value_json(const Verdicts& verdicts) {
  Json of = Json::object();
  for (const auto& [id, verdict] : verdicts.of) of[id] = to_text(verdict);
  return {{"verdicts", std::move(of)}, {"order", verdicts.order}};
}

void read_value(Reader& read, const std::string& /*boot_id*/, Verdicts& verdicts) {
  if (const Json* of = read.object("verdicts")) {
    Reader inner(*of, "verdicts");
    for (const auto& [id, verdict] : of->items()) {
      if (!is_name(id)) return read.add_error("verdicts", kNames);
      verdicts.of[id] = inner.word(id.c_str(), verdict_from);
    }
    if (const auto outcome = inner.outcome(); !outcome.ok())
      read.add_error("verdicts", outcome.error().message);
  }
  verdicts.order = read.optional_names("order");
}

Json value_json(const NextSession& next) {
  Json json = Json::object();
  if (next.start) json["start"] = to_rfc3339(*next.start);
  put_unless_empty(json, "place", next.place);
  return json;
}

void read_value(Reader& read, const std::string& /*boot_id*/, NextSession& next) {
  next.start = read.optional_time("start");
  next.place = read.optional_text("place", kMostRoomText);
}

}  // namespace tertulia::wire
