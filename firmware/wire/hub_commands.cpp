// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/hub_commands.h"

#include <nlohmann/json.hpp>

#include "firmware/wire/json.h"
#include "firmware/wire/topics.h"

namespace tertulia::wire {
namespace {

constexpr std::int64_t kMostMinutes = 24 * 60;

struct AddArguments {
  Json& json;

  void operator()(const order::Announce& announce) const {
    Json text = Json::object();
    for (const auto& [language, words] : announce.text.all()) text[language] = words;
    json["text"] = std::move(text);
    json["minutes"] = announce.length.count();
  }
  void operator()(const order::ReloadPack&) const {}
  void operator()(const order::Identify&) const {}
  void operator()(const order::Restart&) const {}
  void operator()(const order::ExportNow&) const {}
};

order::Announce read_announce(Reader& read) {
  order::Announce announce;
  announce.length = std::chrono::minutes(read.whole("minutes", 1, kMostMinutes));
  const Json* texts = read.object("text");
  if (!texts) return announce;
  for (const auto& [language, json] : texts->items()) {
    const auto* text = json.get_ptr<const std::string*>();
    if (!is_level(language) || !text || text->empty() || !is_name(*text)) {
      read.complain("text", "expected texts of 1 to 255 bytes without control characters, by language");
      return announce;
    }
    announce.text.set(language, *text);
  }
  if (announce.text.empty()) read.complain("text", "expected at least one language");
  return announce;
}

HubAction read_command(Reader& read, std::string_view name) {
  if (name == name_of(order::Announce{})) return read_announce(read);
  if (name == name_of(order::ReloadPack{})) return order::ReloadPack{};
  if (name == name_of(order::Identify{})) return order::Identify{};
  if (name == name_of(order::Restart{})) return order::Restart{};
  if (name == name_of(order::ExportNow{})) return order::ExportNow{};
  read.complain("command", "this version does not know it");
  return order::Identify{};
}

std::string branch_of(const Origin& to, std::string_view branch) {
  return "trt/1/" + to.programme + "/" + to.device + "/" + std::string(branch) + "/";
}

}  // namespace

Message to_message(const HubCommand& order, const Origin& to) {
  Json json = {{"number", order.number}, {"expires", to_rfc3339(order.expires)}};
  std::visit(AddArguments{json}, order.task);
  Message message;
  message.topic = branch_of(to, "cmd").append(name_of(order.task));
  message.payload = print(json);
  message.content_type = "application/json";
  message.expiry_seconds = static_cast<std::uint32_t>(kOrderLife.count());
  if (to.device != kEveryDevice) message.response_topic = answer_topic(to, name_of(order.task));
  message.correlation = order.correlation;
  return message;
}

Result<HubCommand> order_from(const Message& message) {
  TRY(const Json object, parse_object(message.payload, "command"));
  Reader read(object, "command");
  HubCommand order;
  order.task = read_command(read, std::string_view(message.topic).substr(message.topic.rfind('/') + 1));
  order.number = read.count("number");
  const auto expires = wall_from_rfc3339(read.name("expires"));
  if (expires.ok())
    order.expires = expires.value();
  else
    read.complain("expires", "expected a time like 2027-05-11T14:30:00Z");
  order.correlation = message.correlation;
  TRY_DONE(read.outcome());
  return order;
}

std::optional<std::string> command_of(std::string_view topic, const Origin& self) {
  for (const Origin& to : {self, Origin{self.programme, kEveryDevice}}) {
    const std::string branch = branch_of(to, "cmd");
    if (!topic.starts_with(branch)) continue;
    const std::string_view name = topic.substr(branch.size());
    if (is_level(name)) return std::string(name);
  }
  return std::nullopt;
}

std::string command_filter(const Origin& to) { return branch_of(to, "cmd") + "+"; }

std::string answer_topic(const Origin& from, std::string_view command) {
  return branch_of(from, "rsp").append(command);
}

std::string encode(const CommandReply& answer) {
  return print({{"result", answer.obeyed == Obeyed::kDone ? "done" : "refused"}, {"words", answer.words}});
}

Result<CommandReply> decode_order_answer(std::string_view json) {
  TRY(const Json object, parse_object(json, "answer"));
  Reader read(object, "answer");
  CommandReply answer;
  const std::string result = read.name("result");
  if (result == "refused")
    answer.obeyed = Obeyed::kRefused;
  else if (result != "done")
    read.complain("result", "expected done or refused");
  answer.words = read.name("words");
  TRY_DONE(read.outcome());
  return answer;
}

}  // namespace tertulia::wire
