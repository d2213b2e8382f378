// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/bodies.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/domain/submission.h"
#include "firmware/wire/json.h"

namespace tertulia::wire {
namespace {

constexpr std::array<std::pair<PresenceState, std::string_view>, 4> kPresenceStates = {{
    {PresenceState::kReady, "ready"},
    {PresenceState::kSleeping, "sleeping"},
    {PresenceState::kDisconnected, "disconnected"},
    {PresenceState::kLost, "lost"},
}};

std::string_view to_text(PresenceState state) {
  for (const auto& [each, word] : kPresenceStates)
    if (each == state) return word;
  return {};
}

Result<PresenceState> presence_state_from(std::string_view text) {
  for (const auto& [state, word] : kPresenceStates)
    if (word == text) return state;
  return Error{"expected ready, sleeping, disconnected or lost"};
}

std::string read_time_or_nothing(Reader& read, const char* member) {
  std::string text = read.optional_name(member);
  if (!text.empty() && !wall_from_rfc3339(text).ok())
    read.add_error(member, "expected a time like 2027-05-11T14:30:00Z");
  return text;
}

using Range = std::pair<std::uint64_t, std::uint64_t>;

std::vector<Range> read_miss(Reader& read, std::uint64_t seq) {
  std::vector<Range> all;
  const Json* list = read.list("miss");
  if (!list) return all;
  std::uint64_t above = 0;
  for (const Json& item : *list) {
    const bool pair =
        item.is_array() && item.size() == 2 && item[0].is_number_unsigned() && item[1].is_number_unsigned();
    const Range range = pair ? Range{item[0].get<std::uint64_t>(), item[1].get<std::uint64_t>()} : Range{};
    if (range.first <= above || range.second < range.first || range.second > seq) {
      read.add_error("miss", "expected ascending [from, to] pairs within 1 and seq");
      return {};
    }
    above = range.second;
    all.push_back(range);
  }
  return all;
}

bool is_hash(const std::string& text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 64 && std::all_of(text.begin(), text.end(), is_digit);
}

using Texts = std::vector<std::string>;

// A list of lists of `size` names each, of which the first is a submission id and the second a hash.
std::vector<Texts> read_named(Reader& read, const char* member, std::size_t size) {
  const auto is_named = [size](const Texts& texts) {
    return texts.size() == size && SubmissionId::parse(texts[0]).ok() && is_hash(texts[1]) &&
           std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return is_name(text); });
  };
  std::vector<Texts> all;
  const Json* list = read.list(member);
  if (!list) return all;
  for (const Json& item : *list) {
    const bool is_texts = item.is_array() && std::all_of(item.begin(), item.end(),
                                                         [](const Json& each) { return each.is_string(); });
    Texts texts = is_texts ? item.get<Texts>() : Texts{};
    if (!is_named(texts)) {
      read.add_error(member, "expected lists of a submission id, a SHA-256 in lower-case hex and so on");
      return {};
    }
    all.push_back(std::move(texts));
  }
  return all;
}

}  // namespace

std::string encode(const Ack& ack) {
  Json miss = Json::array();
  for (const auto& [from, to] : ack.miss) miss.push_back({from, to});
  Json receipts = Json::array();
  for (const auto& [submission, content] : ack.receipts) receipts.push_back({submission, content});
  Json json = {{"epoch", ack.epoch},      {"seq", ack.seq},
               {"miss", std::move(miss)}, {"receipts", std::move(receipts)},
               {"number", ack.number},    {"hub", ack.hub}};
  for (const auto& [submission, content, reason] : ack.refused)
    json["refused"].push_back({submission, content, reason});
  return print(json);
}

Result<Ack> decode_ack(std::string_view json) {
  TRY(const Json object, parse_object(json, "ack"));
  Reader read(object, "ack");
  Ack ack;
  ack.epoch = read.name("epoch");
  if (ack.epoch.empty()) read.add_error("epoch", "expected a text that is not empty");
  ack.seq = read.count("seq");
  ack.miss = read_miss(read, ack.seq);
  for (Texts& texts : read_named(read, "receipts", 2))
    ack.receipts.push_back({std::move(texts[0]), std::move(texts[1])});
  ack.number = read.count("number");
  ack.hub = read.optional_name("hub");
  if (object.contains("refused"))
    for (Texts& texts : read_named(read, "refused", 3))
      ack.refused.push_back({std::move(texts[0]), std::move(texts[1]), std::move(texts[2])});
  TRY_DONE(read.outcome());
  return ack;
}

std::string encode(const Presence& presence) {
  Json json = {{"state", to_text(presence.state)}, {"epoch", presence.epoch},
               {"birth", presence.birth},          {"version", presence.version},
               {"pending", presence.pending},      {"clockquality", tertulia::to_text(presence.quality)}};
  if (!presence.oldest.empty()) json["oldest"] = presence.oldest;
  return print(json);
}

Result<Presence> decode_presence(std::string_view json) {
  TRY(const Json object, parse_object(json, "presence"));
  Reader read(object, "presence");
  Presence presence;
  presence.state = read.word("state", presence_state_from);
  presence.epoch = read.name("epoch");
  presence.birth = read.count("birth");
  presence.version = read.name("version");
  presence.pending = read.count("pending");
  presence.oldest = read_time_or_nothing(read, "oldest");
  presence.quality = read.word("clockquality", clock_quality_from);
  TRY_DONE(read.outcome());
  return presence;
}

std::string encode(const Meta& meta) {
  return print({{"roles", meta.roles},
                {"languages", meta.languages},
                {"screen", meta.screen},
                {"version", meta.version}});
}

Result<Meta> decode_meta(std::string_view json) {
  TRY(const Json object, parse_object(json, "meta"));
  Reader read(object, "meta");
  Meta meta;
  meta.roles = read.names("roles");
  meta.languages = read.names("languages");
  meta.screen = read.name("screen");
  meta.version = read.name("version");
  TRY_DONE(read.outcome());
  return meta;
}

std::string encode(const HubState& state) {
  Json json = {{"online", state.online}};
  if (!state.time.empty()) json["time"] = state.time;
  return print(json);
}

Result<HubState> decode_hub_state(std::string_view json) {
  TRY(const Json object, parse_object(json, "hub state"));
  Reader read(object, "hub state");
  HubState state;
  state.online = read.flag("online");
  state.time = read_time_or_nothing(read, "time");
  TRY_DONE(read.outcome());
  return state;
}

}  // namespace tertulia::wire
