// SPDX-License-Identifier: Apache-2.0
// Decides when one MQTT connection is attempted, given up and attempted again. The device's courier and each
// connection of the hub use it. It does no I/O: its owner asks for the next action, carries it out, and
// reports what came of it. The rules:
//   - The broker has 10 s for its CONNACK and 10 s for its SUBACK. After an attempt that ran out of time, or
//     one that was slow, the next has up to 19 s.
//   - Every CONNACK is followed by a new subscription. The connection is ready after the SUBACK.
//   - After a failure it waits as Backoff says; from 20 to 40 s if only a person can cure the failure.
//   - A client that is taken over twice within a minute shares its client id with another client, and waits
//   40 s.
//   - Only proven() makes the next wait short again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "firmware/connection/backoff.h"
#include "firmware/connection/link.h"
#include "firmware/domain/time.h"

namespace tertulia {

namespace connection_action {
struct Connect {
  std::uint64_t birth = 0;  // number of the attempt; the will and the birth message carry it
};
struct Subscribe {};
struct Announce {};  // the connection is ready: publish the birth message
struct Abandon {};   // drop the handle without a DISCONNECT
struct Wait {
  std::optional<BootTime> until;  // none: until something happens
};
}  // namespace connection_action
using ConnectionAction =
    std::variant<connection_action::Connect, connection_action::Subscribe, connection_action::Announce,
                 connection_action::Abandon, connection_action::Wait>;

class ConnectionPlanner {
 public:
  static constexpr BootTime kAnswerDeadline = std::chrono::seconds(10);
  static constexpr BootTime kLongestAnswerDeadline = std::chrono::seconds(19);
  static constexpr BootTime kTakenOverWithin = std::chrono::minutes(1);
  static constexpr BootTime kTakenOverWait = std::chrono::seconds(40);

  explicit ConnectionPlanner(Jitter jitter) : backoff_(std::move(jitter)) {}

  // Each action but Wait is given once. The caller carries it out before it asks again.
  [[nodiscard]] ConnectionAction next(BootTime now);

  void connected(BootTime now);  // CONNACK 0
  void subscribed();             // SUBACK, every filter granted
  void subscription_refused(BootTime now);
  void refused(BootTime now, int reason, std::string text);  // CONNACK with an error
  // The connection ended, or connect() failed at once. `reason` is that of a DISCONNECT, else 0.
  void lost(BootTime now, int reason, LinkProblem problem, std::string text);
  // Messages go the whole way, so the next wait is short again. A CONNACK alone does not prove that.
  void proven() { backoff_.reset(); }
  void hub_came() { hub_online_ = true; }
  void hub_went() { hub_online_ = false; }

  [[nodiscard]] bool ready() const { return phase_ == Phase::kReady; }
  [[nodiscard]] std::uint64_t birth() const { return birth_; }
  [[nodiscard]] Link link() const;
  // Of the last failure; none and empty while ready.
  [[nodiscard]] LinkProblem problem() const { return problem_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }

 private:
  enum class Phase { kWaiting, kConnecting, kConnected, kSubscribing, kSubscribed, kReady };

  struct Failure {
    Link link = Link::kBrokerAway;
    LinkProblem problem = LinkProblem::kNone;
    std::string detail;
  };
  void wait(BootTime until, Failure failure);
  void run_out_of_time(BootTime now);

  Backoff backoff_;
  Phase phase_ = Phase::kWaiting;
  BootTime until_{};  // end of the wait, or deadline of the answer
  BootTime attempted_{};
  BootTime answer_deadline_ = kAnswerDeadline;
  bool must_abandon_ = false;
  bool hub_online_ = false;
  std::uint64_t birth_ = 0;
  std::optional<BootTime> taken_over_;
  Link link_ = Link::kConnecting;
  LinkProblem problem_ = LinkProblem::kNone;
  std::string detail_;
};

}  // namespace tertulia
