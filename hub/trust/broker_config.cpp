// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/broker_config.h"

#include <array>

namespace tertulia::hub {
namespace {

constexpr const char* kHeader = "# Made by `tertulia-hub broker-config`: change it there, not here.\n";

constexpr const char* kCommon =
    "per_listener_settings false\n"
    "allow_anonymous false\n"
    "# An answer and its envelope are far smaller; nothing larger is let in.\n"
    "max_packet_size 65536\n"
    "# The outbox of each device is the durable queue.\n"
    "persistence false\n"
    "log_dest stderr\n"
    "log_type error\n"
    "log_type warning\n"
    "log_type notice\n";

std::string line(const std::string& key, const std::string& value) { return key + " " + value + "\n"; }

std::string listener(const BrokerPlan& plan, int port, const std::string& address) {
  return line("listener", std::to_string(port) + (address.empty() ? "" : " " + address)) +
         line("certfile", plan.folder + "/broker.pem") + line("keyfile", plan.folder + "/broker.key") +
         "tls_version tlsv1.2\n"
         "require_certificate true\n"
         "use_identity_as_username true\n";
}

constexpr std::array<const char*, 6> kRegisters = {"timer",   "plan",        "shown",
                                                   "balance", "floor-state", "next"};

constexpr std::array<const char*, 3> kShares = {"floor/+", "notes/+", "results/+"};

// What the devices of a room know together, below `root`. Every device says again what a broker has lost,
// also what others said first. Where moderators are named, they alone set the registers.
std::string room_words(const BrokerPlan& plan, const std::string& root, const std::string& who) {
  std::string text;
  const std::string registers = plan.moderators.empty() ? " readwrite" : " read";
  for (const char* name : kRegisters) text += line(who + registers, root + name);
  for (const char* name : kShares) text += line(who + " readwrite", root + name);
  return text;
}

std::string rooms(const BrokerPlan& plan) {
  const std::string root = "trt/1/" + plan.programme + "/room/+/";
  std::string text = room_words(plan, root, "pattern") + line("pattern read", root + "here/+") +
                     line("pattern write", root + "here/%u");
  if (plan.moderators.empty())
    text += "# Any device may steer a room: name the moderators' ones with --moderator.\n";
  if (plan.venue.empty())
    text += "# Any device hears of closed sessions: name those of the venue with --venue.\n" +
            room_words(plan, root + "closed/", "pattern");
  for (const std::string& device : plan.venue)
    text += "\n" + line("user", device) + room_words(plan, root + "closed/", "topic");
  for (const std::string& device : plan.moderators) {
    text += "\n" + line("user", device);
    for (const char* name : kRegisters)
      text += line("topic write", root + name) + line("topic write", root + "closed/" + name);
  }
  return text;
}

}  // namespace

std::string broker_configuration(const BrokerPlan& plan) {
  return kHeader + line("acl_file", plan.folder + "/tertulia.acl") + kCommon +
         "\n# For devices. The broker takes the names of user and client from the certificate:\n# "
         "nobody can take another's name, and two with one name are noticed.\n" +
         listener(plan, plan.device_port, "") + line("cafile", plan.folder + "/programme.pem") +
         line("crlfile", plan.folder + "/programme.crl") + "use_username_as_clientid true\n" +
         "\n# For the hub, whose collectors are several clients of one name. Another authority vouches for "
         "it: no device "
         "gets in\n# here. Keep this port inside all the same.\n" +
         listener(plan, plan.hub_port, plan.hub_address) + line("cafile", plan.folder + "/hub-authority.pem");
}

std::string access_list(const BrokerPlan& plan) {
  const std::string root = "trt/1/" + plan.programme + "/";
  const std::string own = root + "%u/";
  return kHeader +
         std::string(
             "# A device is called as in its certificate; none is called \"room\", \"all\" or \"hub\".\n\n") +
         "# Each device: its own branch, nobody else's.\n" +  //
         line("pattern write", own + "ev/#") + line("pattern write", own + "state") +
         line("pattern write", own + "meta") + line("pattern write", own + "rsp/+") +
         line("pattern readwrite", own + "echo") + line("pattern read", own + "ack") +
         line("pattern read", own + "cfg") + line("pattern read", own + "cmd/+") +
         "# All devices: commands to all, whether the hub is there, and what the rooms know.\n" +
         line("pattern read", root + "all/cmd/+") + line("pattern read", "trt/1/hub/state") + rooms(plan) +
         "\n# What a room knows is for the room. A denial counts before what all may read above.\nuser "
         "hub\n" +
         line("topic deny", root + "room/#") +  //
         line("topic read", root + "+/ev/#") + line("topic read", root + "+/state") +
         line("topic read", root + "+/meta") + line("topic read", root + "+/rsp/+") +
         line("topic readwrite", root + "+/ack") + line("topic write", root + "+/cfg") +
         line("topic write", root + "+/cmd/+") + line("topic write", "trt/1/hub/state");
}

}  // namespace tertulia::hub
