// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/room_words.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "firmware/wire/room_json.h"
#include "firmware/wire/topics.h"

namespace tertulia::wire {
namespace {

constexpr std::string_view kClosed = "closed/";
constexpr std::string_view kHere = "here";

bool is_share(RoomValue value) {
  return value == RoomValue::kFloor || value == RoomValue::kNotes || value == RoomValue::kResults;
}

std::string room_root(std::string_view programme, std::string_view room) {
  std::string root("trt/1/");
  root.append(programme).append("/room/").append(room).append("/");
  return root;
}

// The timer names its clock itself, and older devices read it there.
void put_sent(Json& json, const Sent& sent) {
  json["boot_id"] = sent.boot_id;
  json["sent_ns"] = sent.at.count();
  if (sent.half > Milliseconds(0)) json["half_ms"] = sent.half.count();
  if (sent.doubt > Milliseconds(0)) json["doubt_ms"] = sent.doubt.count();
}

Sent read_sent(Reader& read) {
  Sent sent;
  sent.boot_id = read.name("boot_id");
  sent.at = read.boot_time("sent_ns");
  sent.half = read.optional_milliseconds("half_ms", Milliseconds(0)).value_or(Milliseconds(0));
  sent.doubt = read.optional_milliseconds("doubt_ms", Milliseconds(0)).value_or(Milliseconds(0));
  return sent;
}

template <class T>
Word read_word(Reader& read, const std::string& boot_id) {
  Register<T> word;
  word.rank = read_rank(read);
  word.session = read.optional_name("session");
  read_value(read, boot_id, word.value);
  return word;
}

Word read_word(Reader& read, RoomValue value, const std::string& boot_id) {
  switch (value) {
    case RoomValue::kTimer:
      return read_word<PublicTimer>(read, boot_id);
    case RoomValue::kPlan:
      return read_word<Plan>(read, boot_id);
    case RoomValue::kShown:
      return read_word<ShownNow>(read, boot_id);
    case RoomValue::kBalance:
      return read_word<Balance>(read, boot_id);
    case RoomValue::kVerdicts:
      return read_word<Verdicts>(read, boot_id);
    case RoomValue::kNext:
      return read_word<NextSession>(read, boot_id);
    case RoomValue::kFloor:
      return read_word<FloorShare>(read, boot_id);
    case RoomValue::kNotes:
      return read_word<NoteShare>(read, boot_id);
    case RoomValue::kResults:
      return read_word<ResultsShare>(read, boot_id);
  }
  return {};
}

constexpr std::array<std::pair<Step, std::string_view>, 3> kSteps = {
    {{Step::kInStep, "in-step"}, {Step::kOwnPlan, "own-plan"}, {Step::kAlone, "alone"}}};

Result<Step> step_from(std::string_view text) {
  for (const auto& [step, name] : kSteps)
    if (name == text) return step;
  return Error{"expected in-step, own-plan or alone"};
}

}  // namespace

std::string encode(const RoomMessage& message) {
  Json json = std::visit(
      [](const auto& word) {
        Json value = value_json(word.value);
        put_rank(value, word.rank);
        if (!word.session.empty()) value["session"] = word.session;
        return value;
      },
      message.word.word);
  put_sent(json, message.sent);
  return print(json);
}

Result<RoomMessage> decode_word(std::string_view json, RoomValue value) {
  const std::string what = "room " + std::string(to_text(value));
  TRY(const Json object, parse_object(json, what));
  Reader read(object, what);
  RoomMessage message;
  message.sent = read_sent(read);
  message.word.word = read_word(read, value, message.sent.boot_id);
  TRY_DONE(read.outcome());
  return message;
}

std::string_view to_text(Step step) { return kSteps[static_cast<std::size_t>(step)].second; }

std::string encode(const Here& here) {
  Json json = {{"step", to_text(here.step)}};
  put_rank(json, here.timer);
  json["screens"] = here.screens;
  if (!here.desk_pack.empty()) json["desk_pack"] = here.desk_pack;
  put_sent(json, here.sent);
  return print(json);
}

Result<Here> decode_here(std::string_view json) {
  TRY(const Json object, parse_object(json, "here"));
  Reader read(object, "here");
  Here here;
  here.step = read.word("step", step_from);
  here.timer = read_rank(read, 0);
  here.screens = read.count("screens", kMostScreens);
  here.desk_pack = read.optional_name("desk_pack");
  here.sent = read_sent(read);
  TRY_DONE(read.outcome());
  return here;
}

std::string room_filter(std::string_view programme, std::string_view room) {
  return room_root(programme, room) + "#";
}

std::string place_of(const RoomWord& word) {
  std::string place(word.is_closed ? kClosed : "");
  place.append(to_text(word.value()));
  if (!word.device.empty()) place.append("/").append(word.device);
  return place;
}

std::string room_topic(std::string_view programme, std::string_view room, const RoomWord& word) {
  return room_root(programme, room) + place_of(word);
}

std::string here_topic(const Origin& origin, std::string_view room) {
  return room_root(origin.programme, room).append(kHere).append("/").append(origin.device);
}

std::string echo_topic(const Origin& origin) {
  return "trt/1/" + origin.programme + "/" + origin.device + "/echo";
}

std::optional<RoomPlace> parse_place(std::string_view text) {
  RoomPlace place;
  place.is_closed = text.starts_with(kClosed);
  if (place.is_closed) text.remove_prefix(kClosed.size());
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) place.device = text.substr(slash + 1);
  const std::string_view name = text.substr(0, slash);
  const bool has_device = slash != std::string_view::npos && is_level(place.device);
  if (slash != std::string_view::npos && !has_device) return std::nullopt;
  if (name == kHere) return has_device && !place.is_closed ? std::optional(place) : std::nullopt;
  const auto value = room_value_from(name);
  if (!value.ok() || is_share(value.value()) != has_device) return std::nullopt;
  place.value = value.value();
  return place;
}

std::optional<RoomPlace> parse_room_topic(std::string_view programme, std::string_view topic) {
  const std::string root = "trt/1/" + std::string(programme) + "/room/";
  if (!topic.starts_with(root)) return std::nullopt;
  topic.remove_prefix(root.size());
  const auto slash = topic.find('/');
  if (slash == std::string_view::npos || !is_level(topic.substr(0, slash))) return std::nullopt;
  auto place = parse_place(topic.substr(slash + 1));
  if (place) place->room = topic.substr(0, slash);
  return place;
}

}  // namespace tertulia::wire
