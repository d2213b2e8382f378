// SPDX-License-Identifier: Apache-2.0
// Decides when one MQTT connection is attempted, given up and attempted again. The device's courier and each
// connection of the hub use it. It does no I/O: its owner asks for the next action, carries it out, and
// reports what came of it. The rules:
//   - Each step of an attempt has a deadline of its own, see Patience.
//   - Every CONNACK is followed by a new subscription. The connection is ready after the SUBACK.
//   - After a failure it waits as Backoff says; from 20 to 40 s if only a person can cure the failure. A step
//     that ran out of time has been waiting already: its time counts.
//   - A client that is taken over twice within a minute shares its client id with another client, and waits
//     40 s.
//   - Only proven() makes the next wait short again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "firmware/connection/backoff.h"
#include "firmware/connection/link.h"
#include "firmware/connection/patience.h"
#include "firmware/domain/time.h"
#include "firmware/ports/broker.h"

namespace tertulia {

namespace connection_action {
struct Connect {
  std::uint64_t birth = 0;  // number of the attempt; the will and the birth message carry it
  std::chrono::seconds keep_alive = Patience::kKeepAlive;
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
  // After a step that ran out of time, so that those who waited for the same broker do not return together.
  static constexpr BootTime kSpread = std::chrono::seconds(1);
  static constexpr BootTime kTakenOverWithin = std::chrono::minutes(1);
  static constexpr BootTime kTakenOverWait = std::chrono::seconds(40);

  explicit ConnectionPlanner(Jitter jitter) : backoff_(std::move(jitter)) {}

  // Each action but Wait is given once. The caller carries it out before it asks again.
  [[nodiscard]] ConnectionAction next(BootTime now);

  void reached(BootTime now, ConnectionStep step);  // the attempt has come to this step
  void connected(BootTime now);                     // CONNACK 0
  void subscribed(BootTime now);                    // SUBACK, every filter granted
  void subscription_refused(BootTime now);
  void refused(BootTime now, int reason, std::string text);  // CONNACK with an error
  // The attempt failed, or the connection ended.
  void lost(BootTime now, broker_event::Lost lost);
  // It was given up on this side.
  void failed(BootTime now, LinkProblem problem, std::string text);
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
  // With kUntrusted: who answered, and what was wrong with it.
  [[nodiscard]] const std::optional<TlsFailure>& tls() const { return tls_; }

 private:
  enum class Phase { kWaiting, kConnecting, kConnected, kSubscribing, kSubscribed, kReady };

  struct Failure {
    Link link = Link::kBrokerAway;
    LinkProblem problem = LinkProblem::kNone;
    std::string detail;
    std::optional<TlsFailure> tls = {};
  };
  void wait(BootTime until, Failure failure);
  void begin(BootTime now, ConnectionStep step);
  void finish_step(BootTime now) { patience_.took(step_, now - step_began_); }
  void run_out_of_time(BootTime now);

  Backoff backoff_;
  Patience patience_;
  Phase phase_ = Phase::kWaiting;
  BootTime until_{};  // end of the wait, or deadline of the step
  ConnectionStep step_ = ConnectionStep::kName;
  BootTime step_began_{};
  bool must_abandon_ = false;
  bool hub_online_ = false;
  std::uint64_t birth_ = 0;
  std::optional<BootTime> taken_over_;
  Link link_ = Link::kConnecting;
  LinkProblem problem_ = LinkProblem::kNone;
  std::string detail_;
  std::optional<TlsFailure> tls_;
};

}  // namespace tertulia
