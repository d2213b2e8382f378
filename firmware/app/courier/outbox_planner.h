// SPDX-License-Identifier: Apache-2.0
// Decides which outbox row is sent when. Does no I/O: the courier asks for the next step, carries it out, and
// tells what came of it. Holds a bounded number of rows in memory; the store keeps all of them. Only the
// hub's word lets a row go: `sent` and `brokered` live here alone, since after a restart every row is sent
// again anyway (the hub knows what it has) and a disk write per PUBACK would wear out an SD card. Rules:
// firmware/docs/wire.md, "Outbox" and "Reason codes".
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "firmware/app/state/messages.h"
#include "firmware/connection/backoff.h"
#include "firmware/domain/ack.h"
#include "firmware/domain/time.h"
#include "firmware/ports/store.h"

namespace tertulia {

namespace outbox_action {
struct Send {  // then call sent(), failed() or park()
  OutboxRow row;
};
struct NeedRows {  // ask the keeper; then call rows()
  std::pair<std::string, std::uint64_t> after;
  std::size_t limit = 0;
};
struct WaitUntil {
  BootTime time{};
};
struct Idle {};  // until something happens
}  // namespace outbox_action
using OutboxAction =
    std::variant<outbox_action::Send, outbox_action::NeedRows, outbox_action::WaitUntil, outbox_action::Idle>;

class OutboxPlanner {
 public:
  // What a fast line carries until the hub's word comes back (its batches take 50 ms to fill), about a
  // kilobyte each.
  static constexpr std::size_t kMostHeld = 1000;
  static constexpr std::size_t kBatch = 250;
  static constexpr int kWindow = 20;                                  // in flight, by PUBACK
  static constexpr BootTime kResendAfter = std::chrono::seconds(45);  // without the hub's word
  static constexpr BootTime kMissPatience =
      std::chrono::seconds(5);  // a row just sent again may be on its way
  static constexpr BootTime kNobodyRest = std::chrono::seconds(30);  // after 0x10, unless the hub speaks
  static constexpr BootTime kLookAgain = std::chrono::seconds(60);   // at the store, should a notice get lost

  explicit OutboxPlanner(Jitter jitter) : backoff_(std::move(jitter)) {}

  [[nodiscard]] OutboxAction next(BootTime now);

  // A new handle, after its CONNACK; nothing is sent before the hub is online.
  void connected(int receive_maximum);
  // The handle is gone: whatever was on its way goes back, brokered rows too (brokers lose what they
  // acknowledged).
  void lost();
  void hub_came(BootTime now);  // it says that it is online
  void hub_went();

  void rows(BootTime now, std::vector<OutboxRow> rows);  // answers NeedRows; empty: no more
  void rows_appended() { look_again_ = BootTime{}; }
  // Rows may wait again that come before those which were taken: the next question is from the beginning.
  void start_over() {
    from_start_ = true;
    look_again_ = BootTime{};
  }

  void sent(BootTime now, const std::string& event_id, int packet);
  // Could not be handed to the connection.
  void failed(BootTime now, const std::string& event_id);
  // Set aside, visibly; the letter goes to the keeper.
  [[nodiscard]] to_keeper::Park park(const std::string& event_id, std::string reason);
  // PUBACK; the letter that parks a row goes to the keeper.
  [[nodiscard]] std::optional<to_keeper::Park> acknowledged(BootTime now, int packet, int reason);
  // The hub's word, after its commit.
  void acknowledged(BootTime now, const Ack& ack);

  // The letters that park the rows which the ack refuses. An answer that is not held here is sent once more
  // and refused again.
  [[nodiscard]] std::vector<to_keeper::Park> refused(const Ack& ack);

  // Asked after acknowledged(): a receipt names an answer that is still held, so the hub holds something else
  // under its id.
  [[nodiscard]] bool is_disputed(const Ack& ack) const;

  [[nodiscard]] std::size_t held() const { return held_.size(); }
  [[nodiscard]] std::size_t in_flight() const { return in_flight_.size(); }

 private:
  enum class State { kWaiting, kInFlight, kBrokered };
  struct Held {
    OutboxRow row;
    State state = State::kWaiting;
    BootTime since{};  // of the state
  };

  using Rows = std::map<std::uint64_t, Held>;
  static constexpr std::uint64_t kNoRow = std::numeric_limits<std::uint64_t>::max();

  void enter(Rows::value_type& row, State state, BootTime since);
  void release(Rows::iterator row);
  [[nodiscard]] Rows::iterator find(const std::string& event_id);
  [[nodiscard]] bool wants_rows(BootTime now) const;
  [[nodiscard]] outbox_action::NeedRows ask();
  void return_overdue(BootTime now);
  [[nodiscard]] std::optional<BootTime> next_due() const;

  Backoff backoff_;
  Rows held_;  // by the order of the outbox; the numbers are given here
  std::uint64_t next_number_ = 0;
  std::unordered_map<std::string, std::uint64_t> number_of_;  // by event id
  std::set<std::uint64_t> waiting_;                           // those of held_ that are
  std::map<int, std::uint64_t> in_flight_;                    // packets without PUBACK; the row may have gone
  BootTime look_for_overdue_{};                               // none is before
  std::pair<std::string, std::uint64_t> after_;               // last row that was taken from the store
  bool asked_ = false;
  bool from_start_ = false;  // whatever after_ says
  BootTime look_again_{};    // the store had no more: not before
  BootTime pause_until_{};
  bool nobody_there_ = false;  // the pause ends as soon as the hub says that it is online
  int window_ = 0;             // 0: no connection
  bool hub_online_ = false;
};

}  // namespace tertulia
