// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/broker_config.h"

#include <algorithm>
#include <array>

#include "firmware/domain/event.h"
#include "firmware/domain/hub_command.h"

namespace tertulia::hub {
namespace {

constexpr const char* kHeader = "# Made by `tertulia-hub broker-config`: change it there, not here.\n";

constexpr const char* kCommon =
    "per_listener_settings false\n"
    "allow_anonymous false\n"
    "# An answer and its envelope are far smaller; nothing larger is let in.\n"
    "max_packet_size 65536\n"
    "# What waits for one client, who may be slow, away or hostile. The hub reads faster than devices send.\n"
    "max_inflight_messages 20\n"
    "max_queued_messages 1000\n"
    "max_queued_bytes 16777216\n"
    "queue_qos0_messages false\n"
    "# A client that says nothing for longer is gone.\n"
    "max_keepalive 120\n"
    "# The last fence, for the machine: what a device may retain and queue is far below it.\n"
    "memory_limit 536870912\n"
    "# The outbox of each device is the durable queue.\n"
    "persistence false\n"
    "log_dest stderr\n"
    "log_type error\n"
    "log_type warning\n"
    "log_type notice\n";

constexpr int kMostDeviceConnections = 4'000;
constexpr int kMostHubConnections = 100;
constexpr int kOtherFiles = 100;        // certificates, logs, listeners
constexpr int kMostOfOneAddress = 200;  // all devices of a venue may come from one

std::string line(const std::string& key, const std::string& value) { return key + " " + value + "\n"; }

std::string listener(const BrokerPlan& plan, int port, const std::string& address, int most_connections) {
  return line("listener", std::to_string(port) + (address.empty() ? "" : " " + address)) +
         line("max_connections", std::to_string(most_connections)) + "max_qos 1\n" +
         line("certfile", plan.folder + "/broker.pem") + line("keyfile", plan.folder + "/broker.key") +
         "tls_version tlsv1.2\n"
         "require_certificate true\n"
         "use_identity_as_username true\n";
}

constexpr std::array<EventKind, 8> kKinds = {EventKind::kFeedback, EventKind::kSession, EventKind::kTimer,
                                             EventKind::kContent,  EventKind::kHealth,  EventKind::kAudit,
                                             EventKind::kGap,      EventKind::kContact};

constexpr std::array<const char*, 6> kRegisters = {"timer",   "plan",        "shown",
                                                   "balance", "floor-state", "next"};

constexpr std::array<const char*, 3> kShares = {"floor/", "notes/", "results/"};

std::vector<std::string> rooms_of(const BrokerPlan& plan) {
  return plan.rooms.empty() ? std::vector<std::string>{"+"} : plan.rooms;
}

std::string root_of(const BrokerPlan& plan, const std::string& room) {
  return "trt/1/" + plan.programme + "/room/" + room + "/";
}

// The shares of a room. Every device says again what a broker has lost, also what others said first: where
// the enrolled devices are known, it may use their names and its own.
std::string shares(const BrokerPlan& plan, const std::string& root, const std::string& who,
                   const std::string& self) {
  std::string text;
  for (const std::string share : kShares) {
    const std::string all = root + share;
    if (plan.devices.empty()) {
      text += line(who + " readwrite", all + "+");
      continue;
    }
    text += line(who + " read", all + "+") + line(who + " write", all + self);
    for (const std::string& device : plan.devices)
      if (device != self) text += line(who + " write", all + device);
  }
  return text;
}

// What the devices of a room know together, in its branch "" or "closed/". Where moderators are named, they
// alone set the registers. `self`: the name of the device, as `who` writes it.
std::string room_words(const BrokerPlan& plan, const std::string& branch, const std::string& who,
                       const std::string& self) {
  std::string text;
  const std::string registers = plan.moderators.empty() ? " readwrite" : " read";
  for (const std::string& room : rooms_of(plan)) {
    const std::string root = root_of(plan, room) + branch;
    for (const char* name : kRegisters) text += line(who + registers, root + name);
    text += shares(plan, root, who, self);
  }
  return text;
}

std::string rooms(const BrokerPlan& plan) {
  std::string text;
  if (plan.rooms.empty())
    text +=
        "# Any room may be named, so one device can fill the memory of the broker: name the rooms with "
        "--room.\n";
  if (plan.devices.empty())
    text +=
        "# No enrolled device is known, so shares of rooms may have any name, and one device can fill the "
        "memory of the broker:\n# run this again with --authority when the devices are enrolled.\n";
  for (const std::string& room : rooms_of(plan))
    text += line("pattern read", root_of(plan, room) + "here/+") +
            line("pattern write", root_of(plan, room) + "here/%u");
  text += room_words(plan, "", "pattern", "%u");
  if (plan.moderators.empty())
    text += "# Any device may steer a room: name the moderators' ones with --moderator.\n";
  if (plan.venue.empty())
    text += "# Any device hears of closed sessions: name those of the venue with --venue.\n" +
            room_words(plan, "closed/", "pattern", "%u");
  for (const std::string& device : plan.venue)
    text += "\n" + line("user", device) + room_words(plan, "closed/", "topic", device);
  for (const std::string& device : plan.moderators) {
    text += "\n" + line("user", device);
    for (const std::string& room : rooms_of(plan))
      for (const char* name : kRegisters)
        text += line("topic write", root_of(plan, room) + name) +
                line("topic write", root_of(plan, room) + "closed/" + name);
  }
  return text;
}

// By name: under a wildcard a device could keep any number of retained messages in the broker.
std::string own_words(const std::string& own) {
  std::string text;
  for (const EventKind kind : kKinds) text += line("pattern write", own + "ev/" + std::string(to_text(kind)));
  for (const HubAction& action : {HubAction(hub_action::Announce{}), HubAction(hub_action::ReloadPack{}),
                                  HubAction(hub_action::Identify{}), HubAction(hub_action::Restart{}),
                                  HubAction(hub_action::ExportNow{})})
    text += line("pattern write", own + "rsp/" + std::string(name_of(action)));
  return text + line("pattern write", own + "state") + line("pattern write", own + "meta");
}

}  // namespace

std::string broker_configuration(const BrokerPlan& plan) {
  return kHeader + line("acl_file", plan.folder + "/tertulia.acl") + kCommon +
         "\n# For devices. The broker takes the names of user and client from the certificate:\n# "
         "nobody can take another's name, and two with one name are noticed. tertulia-limits.conf and\n# "
         "tertulia.nft beside this file belong to it: without them half-open connections can shut this "
         "port.\n" +
         listener(plan, plan.device_port, "", kMostDeviceConnections) +
         line("cafile", plan.folder + "/programme.pem") + line("crlfile", plan.folder + "/programme.crl") +
         "use_username_as_clientid true\n" +
         "\n# For the hub, whose collectors are several clients of one name. Another authority vouches for "
         "it: no device "
         "gets in\n# here. Keep this port inside all the same.\n" +
         listener(plan, plan.hub_port, plan.hub_address, kMostHubConnections) +
         line("cafile", plan.folder + "/hub-authority.pem");
}

std::string access_list(const BrokerPlan& plan) {
  const std::string root = "trt/1/" + plan.programme + "/";
  const std::string own = root + "%u/";
  return kHeader +
         std::string(
             "# A device is called as in its certificate; none is called \"room\", \"all\" or \"hub\".\n\n") +
         "# Each device: its own branch, nobody else's.\n" +  //
         own_words(own) +                                     //
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

std::string service_limits() {
  return kHeader +
         std::string(
             "# Put it into /etc/systemd/system/mosquitto.service.d/, then: systemctl daemon-reload && "
             "systemctl restart mosquitto\n[Service]\n") +
         "LimitNOFILE=" + std::to_string(kMostDeviceConnections + kMostHubConnections + kOtherFiles) + "\n";
}

std::string port_limits(const BrokerPlan& plan) {
  const std::string port = "tcp dport " + std::to_string(plan.device_port) + " ct state new add @";
  const std::string count =
      "saddr ct count over " + std::to_string(kMostOfOneAddress) + " } reject with tcp reset\n";
  return kHeader +
         std::string("# Name it in /etc/nftables.conf (include \"" + plan.folder +
                     "/tertulia.nft\"), then: systemctl reload nftables\n"
                     "table inet tertulia\ndelete table inet tertulia\n"
                     "table inet tertulia {\n"
                     "  set addresses { type ipv4_addr; size 65535; flags dynamic; }\n"
                     "  set addresses6 { type ipv6_addr; size 65535; flags dynamic; }\n"
                     "  chain input {\n"
                     "    type filter hook input priority filter; policy accept;\n") +
         "    " + port + "addresses { ip " + count + "    " + port + "addresses6 { ip6 " + count + "  }\n}\n";
}

}  // namespace tertulia::hub
