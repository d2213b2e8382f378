// SPDX-License-Identifier: Apache-2.0
// Everything that passes between the threads: main <-> keeper <-> courier, courier -> main, and main ->
// exporter
// -> courier. Values only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "firmware/connection/link.h"
#include "firmware/domain/ack.h"
#include "firmware/domain/event.h"
#include "firmware/domain/hub_command.h"
#include "firmware/domain/public.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/timer.h"
#include "firmware/ports/store.h"
#include "firmware/threads/mailbox.h"

namespace tertulia {

// To the keeper, from main.
namespace to_keeper {
struct SaveDraft {
  Submission submission;
};
struct CloseSubmission {
  Submission submission;
  EventTime time;
};
struct Record {
  Event event;
  EventTime time;
};
struct Thanked {
  SubmissionId id;
};                         // its person has read that it is stored
struct CountInventory {};  // for the status screen
struct SaveTimer {
  std::string room;
  Timer timer;
};
struct Tidy {  // a little now and then: purges what is over, and notes the time when it is good
  Now now;     // of the machine
};
// To the keeper, from the courier.
struct TakeWaiting {
  std::pair<std::string, std::uint64_t> after;
  std::size_t limit = 20;
};
struct SetState {
  std::string event_id;
  OutboxState state = OutboxState::kSent;
  std::string reason;
};
struct Acknowledge {
  Ack ack;
  Now now;
};
struct RecordCommand {  // its number first, then main hears of it
  HubCommand command;
};
}  // namespace to_keeper
using ToKeeper =
    std::variant<to_keeper::SaveDraft, to_keeper::CloseSubmission, to_keeper::Thanked, to_keeper::Record,
                 to_keeper::CountInventory, to_keeper::SaveTimer, to_keeper::Tidy, to_keeper::TakeWaiting,
                 to_keeper::SetState, to_keeper::Acknowledge, to_keeper::RecordCommand>;

// To the courier.
namespace to_courier {
struct Waiting {
  std::vector<OutboxRow> rows;
};  // from the keeper: answers TakeWaiting; empty when there is no more
struct NewRows {
  std::uint64_t waiting = 0;
};  // from the keeper: something was appended
struct Pending {
  std::uint64_t waiting = 0;
  std::string oldest;
};  // from the keeper: for the presence message
struct PublishTimer {
  std::string room;
  PublicTimer timer;
};  // from main: retained anchor
struct Reply {
  std::string command;
  std::string correlation;
  CommandReply reply;
};  // from main, from the exporter, or from the keeper that could not note the command
}  // namespace to_courier
using ToCourier = std::variant<to_courier::Waiting, to_courier::NewRows, to_courier::Pending,
                               to_courier::PublishTimer, to_courier::Reply>;

// To the exporter, from main.
namespace to_exporter {
struct ExportNow {
  std::string correlation;  // of the command
};
}  // namespace to_exporter
using ToExporter = to_exporter::ExportNow;

// To main.
namespace to_main {
struct DraftSaved {
  SubmissionId id;
  bool ok = true;
};
struct SubmissionClosed {
  SubmissionId id;
  SubmissionState state = SubmissionState::kSubmitted;
  bool ok = true;
  StoreCounts counts;
};
struct CountsChanged {
  StoreCounts counts;
};
struct StoreFailed {
  std::string message;
};  // an event or timer could not be written; for the status line
struct InventoryCounted {
  StoreInventory inventory;
};
struct LinkChanged {
  Link link = Link::kConnecting;
  LinkProblem problem = LinkProblem::kNone;
  std::string detail;  // as the library said it
};
struct TimerArrived {
  std::string room;
  Timer timer;
};  // already re-anchored on this boot clock
struct CommandArrived {
  HubCommand command;
};                   // by the hub; from the keeper
struct Admitted {};  // the hub has taken the device in: with its certificate it starts anew
struct Delivered {
  std::uint64_t published = 0;  // rows handed to the broker since the start, repetitions included
  std::uint64_t brokered = 0;   // of those, acknowledged by the broker
};                              // from the courier, whenever nothing is in flight and a number has changed
}  // namespace to_main
using ToMain =
    std::variant<to_main::DraftSaved, to_main::SubmissionClosed, to_main::CountsChanged,
                 to_main::InventoryCounted, to_main::StoreFailed, to_main::LinkChanged, to_main::TimerArrived,
                 to_main::CommandArrived, to_main::Admitted, to_main::Delivered>;

using KeeperBox = Mailbox<ToKeeper>;
using CourierBox = Mailbox<ToCourier>;
using ExporterBox = Mailbox<ToExporter>;
using MainBox = Mailbox<ToMain>;

}  // namespace tertulia
