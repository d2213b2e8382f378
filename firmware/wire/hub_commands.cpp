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

  void operator()(const hub_action::Announce& announce) const {
    Json text = Json::object();
    for (const auto& [language, words] : announce.text.all()) text[language] = words;
    json["text"] = std::move(text);
    json["minutes"] = announce.length.count();
  }
  void operator()(const hub_action::ReloadPack&) const {}
  void operator()(const hub_action::Identify&) const {}
  void operator()(const hub_action::Restart&) const {}
  void operator()(const hub_action::ExportNow&) const {}
};

hub_action::Announce read_announce(Reader& read) {
  hub_action::Announce announce;
  announce.length = std::chrono::minutes(read.whole("minutes", 1, kMostMinutes));
  const Json* texts = read.object("text");
  if (!texts) return announce;
  for (const auto& [language, json] : texts->items()) {
    const auto* text = json.get_ptr<const std::string*>();
    if (!is_level(language) || !text || text->empty() || !is_name(*text)) {
      read.add_error("text", "expected texts of 1 to 255 bytes without control characters, by language");
      return announce;
    }
    announce.text.set(language, *text);
  }
  if (announce.text.empty()) read.add_error("text", "expected at least one language");
  return announce;
}

HubAction read_command(Reader& read, std::string_view name) {
  if (name == name_of(hub_action::Announce{})) return read_announce(read);
  if (name == name_of(hub_action::ReloadPack{})) return hub_action::ReloadPack{};
  if (name == name_of(hub_action::Identify{})) return hub_action::Identify{};
  if (name == name_of(hub_action::Restart{})) return hub_action::Restart{};
  if (name == name_of(hub_action::ExportNow{})) return hub_action::ExportNow{};
  read.add_error("command", "this version does not know it");
  return hub_action::Identify{};
}

std::string branch_of(const Origin& to, std::string_view branch) {
  return "trt/1/" + to.programme + "/" + to.device + "/" + std::string(branch) + "/";
}

}  // namespace

Message to_message(const HubCommand& command, const Origin& to) {
  Json json = {{"number", command.number}, {"expires", to_rfc3339(command.expires)}};
  std::visit(AddArguments{json}, command.action);
  Message message;
  message.topic = branch_of(to, "cmd").append(name_of(command.action));
  message.payload = print(json);
  message.content_type = "application/json";
  message.expiry_seconds = static_cast<std::uint32_t>(kCommandLife.count());
  if (to.device != kEveryDevice) message.response_topic = reply_topic(to, name_of(command.action));
  message.correlation = command.correlation;
  return message;
}

Result<HubCommand> hub_command_from(const Message& message) {
  TRY(const Json object, parse_object(message.payload, "command"));
  Reader read(object, "command");
  HubCommand command;
  command.action = read_command(read, std::string_view(message.topic).substr(message.topic.rfind('/') + 1));
  command.number = read.count("number");
  const auto expires = wall_from_rfc3339(read.name("expires"));
  if (expires.ok())
    command.expires = expires.value();
  else
    read.add_error("expires", "expected a time like 2027-05-11T14:30:00Z");
  command.correlation = message.correlation;
  TRY_DONE(read.outcome());
  return command;
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

std::string reply_topic(const Origin& from, std::string_view command) {
  return branch_of(from, "rsp").append(command);
}

std::string encode(const CommandReply& reply) {
  return print({{"result", to_text(reply.result)}, {"words", reply.words}});
}

Result<CommandReply> decode_command_reply(std::string_view json) {
  TRY(const Json object, parse_object(json, "reply"));
  Reader read(object, "reply");
  CommandReply reply;
  const auto result = reply_result_from(read.name("result"));
  if (result.ok())
    reply.result = result.value();
  else
    read.add_error("result", "expected done, accepted or refused");
  reply.words = read.name("words");
  TRY_DONE(read.outcome());
  return reply;
}

}  // namespace tertulia::wire
