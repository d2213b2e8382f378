// SPDX-License-Identifier: Apache-2.0
// Decides which outbox row is sent when. It does no I/O: the courier asks for the next action, carries it
// out, and reports what came of it. It holds a bounded number of rows in memory; the store holds all of them.
// Rules:
//   - A row goes only when the hub has acknowledged it. A PUBACK of the broker is not enough.
//   - A row that the hub does not acknowledge in time is sent again.
//   - A row that cannot be sent is parked, visibly, and blocks no other.
// The states sent and brokered exist in memory alone: after a restart every row is sent again, the hub knows
// what it has, and a disk write for each PUBACK would wear out an SD card. See firmware/docs/wire.md,
// "Outbox" and "Reason codes".
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
  // As many rows as a fast line carries until the hub's acknowledgement returns (its batches take 50 ms to
  // fill). A row has about a kilobyte.
  static constexpr std::size_t kMostHeld = 1000;
  static constexpr std::size_t kBatch = 250;
  static constexpr int kWindow = 20;                                  // in flight, by PUBACK
  static constexpr int kMostFailures = 3;                             // of one row, then it is parked
  static constexpr BootTime kResendAfter = std::chrono::seconds(45);  // without acknowledgement
  static constexpr BootTime kMissPatience =
      std::chrono::seconds(5);  // a row just sent again may be on its way
  static constexpr BootTime kNobodyPause =
      std::chrono::seconds(30);  // after PUBACK 0x10, unless the hub is online before
  static constexpr BootTime kLookAgain = std::chrono::seconds(60);  // into the store, if NewRows got lost

  explicit OutboxPlanner(Jitter jitter) : backoff_(std::move(jitter)) {}

  [[nodiscard]] OutboxAction next(BootTime now);

  // A new connection, after its CONNACK. Nothing is sent before the hub is online. The letter frees what the
  // broker did not allow before: its access list may have been corrected. It goes to the keeper.
  [[nodiscard]] std::optional<to_keeper::Unpark> connected(int receive_maximum);
  // The connection ended. Every row waits again, also those that the broker acknowledged: it may have lost
  // them.
  void lost();
  void hub_came(BootTime now);  // the hub published that it is online
  void hub_went();

  void rows(BootTime now, std::vector<OutboxRow> rows);  // answers NeedRows; empty: no more
  void rows_appended() { look_again_ = BootTime{}; }
  // Rows before those that were taken may wait again, so the next NeedRows is for the first row.
  void start_over() {
    from_start_ = true;
    look_again_ = BootTime{};
  }

  void sent(BootTime now, const std::string& event_id, int packet);
  // The connection did not take the row. Everything waits as Backoff says, then the row is tried again. After
  // kMostFailures on one connection it is parked, so that the others can go; the letter goes to the keeper.
  [[nodiscard]] std::optional<to_keeper::Park> failed(BootTime now, const std::string& event_id,
                                                      const std::string& why);
  // The row cannot be sent at all. The letter goes to the keeper.
  [[nodiscard]] to_keeper::Park park(const std::string& event_id, std::string reason);
  // PUBACK. The letter that parks a row goes to the keeper.
  [[nodiscard]] std::optional<to_keeper::Park> acknowledged(BootTime now, int packet, int reason);
  // The hub holds what the acknowledgement covers.
  void acknowledged(BootTime now, const Ack& ack);

  // The letters that park the rows which the ack refuses. An answer that is not held here is sent once more
  // and refused again.
  [[nodiscard]] std::vector<to_keeper::Park> refused(const Ack& ack);

  // Call it after acknowledged(). True: a receipt names an answer that is still held here, so the hub holds
  // another content under the same id.
  [[nodiscard]] bool is_disputed(const Ack& ack) const;

  [[nodiscard]] std::size_t held() const { return held_.size(); }
  [[nodiscard]] std::size_t in_flight() const { return in_flight_.size(); }

 private:
  enum class State { kWaiting, kInFlight, kBrokered };
  struct Held {
    OutboxRow row;
    State state = State::kWaiting;
    BootTime since{};  // of the state
    int failures = 0;  // on this connection
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
  Rows held_;  // by a number that follows the order of the outbox
  std::uint64_t next_number_ = 0;
  std::unordered_map<std::string, std::uint64_t> number_of_;  // by event id
  std::set<std::uint64_t> waiting_;                           // of held_
  std::map<int, std::uint64_t> in_flight_;                    // packets without PUBACK; the row may have gone
  BootTime look_for_overdue_{};                               // no row is overdue before
  std::pair<std::string, std::uint64_t> after_;               // last row that was taken from the store
  bool asked_ = false;
  bool from_start_ = false;  // ask for the first row, whatever after_ is
  BootTime look_again_{};    // the store had no more rows: do not ask before
  BootTime pause_until_{};
  bool nobody_there_ = false;     // the pause ends as soon as the hub says that it is online
  bool was_not_allowed_ = false;  // a row, by the broker
  int window_ = 0;                // 0: no connection
  bool hub_online_ = false;
};

}  // namespace tertulia
