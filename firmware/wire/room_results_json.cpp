// SPDX-License-Identifier: Apache-2.0
// Of what the people at each device answered, as far as anybody may know it.
#include <limits>

#include <nlohmann/json.hpp>

#include "firmware/wire/room_json.h"

namespace tertulia::wire {
namespace {

using numbers::Results;
using numbers::Share;
using numbers::Value;
using ValueShares = std::map<Value, Share>;

constexpr std::size_t kMostShownQuestions = 64;
constexpr double kFarthestOrder = std::numeric_limits<double>::max();  // of what the form does not offer

Json shares_json(const ValueShares& shares) {
  Json json = Json::array();
  for (const auto& [value, share] : shares)
    json.push_back({{"value", value.text}, {"order", value.order}, {"count", share.count}, {"of", share.of}});
  return json;
}

Json results_json(const Results& results) {
  Json json = {{"took_part", results.took_part}};
  if (results.hidden > 0) json["hidden"] = results.hidden;
  if (!results.exact.empty()) json["exact"] = shares_json(results.exact);
  if (!results.at_least.empty()) json["at_least"] = shares_json(results.at_least);
  return json;
}

void read_shares(Reader& read, const char* member, ValueShares& shares) {
  const Json* list = read.optional_list(member);
  if (!list) return;
  if (list->size() > kMostResultValues) return read.add_error(member, "expected at most 200 values");
  for (const Json& item : *list) {
    if (!item.is_object()) return read.add_error(member, "expected a list of objects");
    Reader inner(item, member);
    const Value value{inner.number("order", -kFarthestOrder, kFarthestOrder), inner.name("value")};
    const Share share{inner.count("count"), inner.count("of")};
    if (share.count > share.of) inner.add_error("count", "expected no more than `of`");
    shares[value] = share;
    if (const auto outcome = inner.outcome(); !outcome.ok())
      return read.add_error(member, outcome.error().message);
  }
}

Results read_results(Reader& read) {
  Results results;
  results.took_part = read.count("took_part");
  results.hidden = read.optional_count("hidden");
  read_shares(read, "exact", results.exact);
  read_shares(read, "at_least", results.at_least);
  return results;
}

}  // namespace

Json value_json(const ResultsShare& share) {
  Json questions = Json::object();
  for (const auto& [name, results] : share.questions) questions[name] = results_json(results);
  Json json = {{"about", share.session.text()},
               {"form", share.form},
               {"form_hash", share.form_hash},
               {"questions", std::move(questions)}};
  if (share.is_over) json["over"] = true;
  if (share.hasty != numbers::Watch::Counts{})
    json["hasty"] = {{"forms", share.hasty.forms},
                     {"too_fast", share.hasty.too_fast},
                     {"in_bursts", share.hasty.in_bursts}};
  return json;
}

void read_value(Reader& read, const std::string& /*boot_id*/, ResultsShare& share) {
  share.session = PublicId::received(read.name("about"));
  share.form = read.name("form");
  share.form_hash = read.name("form_hash");
  share.is_over = read.optional_flag("over");
  if (const Json* hasty = read.optional_object("hasty")) {
    Reader inner(*hasty, "hasty");
    share.hasty = {inner.count("forms"), inner.count("too_fast"), inner.count("in_bursts")};
    if (const auto outcome = inner.outcome(); !outcome.ok()) read.add_error("hasty", outcome.error().message);
  }
  const Json* questions = read.object("questions", kMostShownQuestions);
  if (!questions) return;
  for (const auto& [name, item] : questions->items()) {
    if (!is_name(name) || !item.is_object())
      return read.add_error("questions", "expected objects by the names of questions");
    Reader inner(item, "questions");
    share.questions[name] = read_results(inner);
    if (const auto outcome = inner.outcome(); !outcome.ok())
      return read.add_error("questions", outcome.error().message);
  }
}

}  // namespace tertulia::wire
