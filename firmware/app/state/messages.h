// SPDX-License-Identifier: Apache-2.0
// The messages between the threads. Values only.
//
//   main -> keeper, courier, exporter
//   keeper -> main, courier
//   courier -> main, keeper
//   exporter -> courier
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "firmware/app/results/counting.h"
#include "firmware/app/rooms/room_relay.h"
#include "firmware/app/state/pack_update.h"
#include "firmware/connection/link.h"
#include "firmware/domain/ack.h"
#include "firmware/domain/event.h"
#include "firmware/domain/hub_command.h"
#include "firmware/domain/public.h"
#include "firmware/domain/seen_certificate.h"
#include "firmware/domain/submission.h"
#include "firmware/ports/compiled_once.h"
#include "firmware/ports/store.h"
#include "firmware/threads/mailbox.h"
#include "firmware/wire/room_words.h"

namespace tertulia {

namespace to_keeper {

// From main.
struct SaveDraft {
  Submission submission;
};
// The keeper answers with SubmissionClosed where it is submitted, with Left where it is abandoned.
struct CloseSubmission {
  Submission submission;
  EventTime time;
};
struct KeepContact {
  SealedContact contact;
  WallTime day;
};
struct Record {
  Event event;
  EventTime time;
};
// The person has read that the submission is stored. The keeper answers with Left.
struct Thanked {
  SubmissionId id;
};
// Puts answers into the next block, if one is due, and asks for ResultsCounted.
struct CountResults {
  std::string room;
  ResultsToCount what;
  EventTime time;
};
// Asks for InventoryCounted, for the status screen.
struct CountInventory {};
// A word of a room, see Store::save_room_word().
struct SaveRoomWord {
  std::string room;
  std::string place;
  std::string body;
};
// Sends the contacts that are due, erases some of what is past its grace period, and notes the time when the
// clock is good. `now` is that of the machine.
struct Tidy {
  Now now;
};

// From the courier.
struct TakeWaiting {
  std::pair<std::string, std::uint64_t> after;  // as for Store::waiting
  std::size_t limit = 20;
};
// Sending this row again would not help. `reason` is a sentence for the status screen.
struct Park {
  std::string event_id;
  std::string reason;
};
// Rows that were parked with this reason may be sent again: it may be gone.
struct Unpark {
  std::string reason;
};
struct Acknowledge {
  Ack ack;
  Now now;
};
// The keeper stores the command's number and then passes the command to main.
struct RecordCommand {
  HubCommand command;
};

}  // namespace to_keeper
using AnyToKeeper =
    std::variant<to_keeper::SaveDraft, to_keeper::CloseSubmission, to_keeper::Thanked, to_keeper::KeepContact,
                 to_keeper::Record, to_keeper::CountResults, to_keeper::CountInventory,
                 to_keeper::SaveRoomWord, to_keeper::Tidy, to_keeper::TakeWaiting, to_keeper::Park,
                 to_keeper::Unpark, to_keeper::Acknowledge, to_keeper::RecordCommand>;
using ToKeeper = CompiledOnce<AnyToKeeper>;
extern template struct CompiledOnce<AnyToKeeper>;

namespace to_courier {

// From the keeper, in reply to TakeWaiting. Empty: there are no more rows.
struct Waiting {
  std::vector<OutboxRow> rows;
};
// From the keeper: a row was appended.
struct NewRows {};
// From the keeper, for the presence message.
struct Pending {
  std::uint64_t waiting = 0;
  std::string oldest;  // RFC 3339; empty when nothing waits
};
// From main: a word of a room, to be published as a retained message.
struct SayInRoom {
  std::string room;
  RoomWord word;
  Milliseconds doubt{};  // see wire::Sent
};
// From main: how this device stands in a room.
struct SayHere {
  std::string room;
  wire::Here here;
};
// From main, from the exporter, or from the keeper that could not store the command's number.
struct Reply {
  std::string command;
  std::string correlation;
  CommandReply reply;
};

}  // namespace to_courier
using AnyToCourier = std::variant<to_courier::Waiting, to_courier::NewRows, to_courier::Pending,
                                  to_courier::SayInRoom, to_courier::SayHere, to_courier::Reply>;
using ToCourier = CompiledOnce<AnyToCourier>;
extern template struct CompiledOnce<AnyToCourier>;

namespace to_exporter {

// From main.
struct ExportNow {
  std::string correlation;  // of the command
};

}  // namespace to_exporter
using ToExporter = to_exporter::ExportNow;

// To main.
namespace to_main {

// From the keeper.
struct SubmissionClosed {
  SubmissionId id;
  bool ok = true;
  StoreCounts counts;
};
struct ContactKept {
  SubmissionId id;
  bool ok = true;
};
// The store has noted that the person of this submission has left the screen; or it has not, and has to be
// asked again.
struct Left {
  SubmissionId id;
  bool ok = true;
};
// The store has refused the first draft: it knows nothing of this submission.
struct NotBegun {
  SubmissionId id;
};
struct CountsChanged {
  StoreCounts counts;
};
// Something could not be written. `message` is for the status line.
struct StoreFailed {
  std::string message;
};
struct InventoryCounted {
  StoreInventory inventory;
};
struct ResultsCounted {
  std::string room;
  std::optional<ResultsShare> share;  // none: they cannot be counted, what was said before stays
  bool is_whole = true;               // false: the store refused, and it has to be asked again
};
struct CommandArrived {
  HubCommand command;
};

// From the courier.
struct LinkChanged {
  Link link = Link::kConnecting;
  LinkProblem problem = LinkProblem::kNone;
  std::string detail;  // as the library said it
  std::optional<TlsFailure> tls = {};
  friend bool operator==(const LinkChanged&, const LinkChanged&) = default;
};
// The rooms can be heard and spoken to, or not.
struct RoomsLinked {
  bool up = false;
};
// What a room has to say is larger than the broker accepts.
struct RoomWordTooLarge {
  std::uint32_t most = 0;  // bytes of a packet
};
struct HeardInRoom {
  std::string room;
  Heard heard;
  std::size_t bytes = 0;  // of the message
};
struct HeardHereInRoom {
  std::string room;
  HeardHere heard;
  std::size_t bytes = 0;  // of the message
};
// From the thread that waits for it: the hub has enrolled the device. It restarts with its certificate.
struct Admitted {};
// From the thread that waits for it: the storage, which was closed since the start, is open now. The screens
// begin anew with what it holds.
struct StorageOpened {};
// From the chime: it cannot ring. A sentence with the cure.
struct ChimeFailed {
  std::string message;
};
// From the thread that looks at the visit pack.
struct PackMended {};  // nothing could be shown of it and now something can: the screens begin anew with it
struct PackRead {      // it has changed
  std::shared_ptr<const VisitPack> pack = nullptr;  // null: it cannot be used
  bool has_new_look = false;                        // another logo or colour
  std::optional<PackProblem> problem = {};          // why it cannot be used
  std::string notice = {};                          // it is used and could not be kept: a sentence
};

}  // namespace to_main
using AnyToMain =
    std::variant<to_main::SubmissionClosed, to_main::ContactKept, to_main::Left, to_main::NotBegun,
                 to_main::CountsChanged, to_main::InventoryCounted, to_main::ResultsCounted,
                 to_main::StoreFailed, to_main::LinkChanged, to_main::RoomsLinked, to_main::RoomWordTooLarge,
                 to_main::HeardInRoom, to_main::HeardHereInRoom, to_main::CommandArrived, to_main::Admitted,
                 to_main::StorageOpened, to_main::ChimeFailed, to_main::PackMended, to_main::PackRead>;
using ToMain = CompiledOnce<AnyToMain>;
extern template struct CompiledOnce<AnyToMain>;

// What a room says comes from others, and as much as they like. The rest is caused by this device or signed
// by the hub.
inline constexpr std::size_t kMostHeardBytes = 4ULL << 20U;
[[nodiscard]] std::size_t heard_bytes(const ToMain& message);

using KeeperBox = Mailbox<ToKeeper>;
using CourierBox = Mailbox<ToCourier>;
using ExporterBox = Mailbox<ToExporter>;
using MainBox = Mailbox<ToMain>;

}  // namespace tertulia
