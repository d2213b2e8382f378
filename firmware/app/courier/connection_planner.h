// SPDX-License-Identifier: Apache-2.0
// Decides when to connect, when to give up an attempt and how long to rest. Does no I/O: the courier asks for
// the next step, carries it out, and tells what came of it. Rules: firmware/docs/wire.md, "Connection" and
// "Reason codes".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "firmware/app/courier/backoff.h"
#include "firmware/app/state/messages.h"
#include "firmware/domain/time.h"

namespace tertulia {

namespace connection_step {
struct Connect {
  std::uint64_t birth = 0;  // number of the attempt; the will and the birth message carry it
};
struct Subscribe {};
struct Announce {};  // the birth message: everything is subscribed
struct Abandon {};   // drop the handle without a word
struct Wait {
  std::optional<BootTime> until;  // none: until something happens
};
}  // namespace connection_step
using ConnectionStep =
    std::variant<connection_step::Connect, connection_step::Subscribe, connection_step::Announce,
                 connection_step::Abandon, connection_step::Wait>;

class ConnectionPlanner {
 public:
  static constexpr BootTime kAnswerDeadline =
      std::chrono::seconds(10);  // for the CONNACK, and for the SUBACK
  static constexpr BootTime kTakenOverWithin = std::chrono::minutes(1);
  static constexpr BootTime kTakenOverRest = std::chrono::seconds(40);

  explicit ConnectionPlanner(Jitter jitter) : backoff_(std::move(jitter)) {}

  // Each step but Wait is given once: the caller has carried it out before it asks again.
  [[nodiscard]] ConnectionStep next(BootTime now);

  void connected(BootTime now);
  void subscribed();
  void subscription_refused(BootTime now);
  void refused(BootTime now, int reason, std::string text);
  void lost(BootTime now, int reason, LinkProblem problem,
            std::string text);  // also: connect() failed at once
  void hub_came() { hub_online_ = true; }
  void hub_went() { hub_online_ = false; }
  // A fresh word of the hub, not a retained one: the whole way works, so the next rest is short again.
  void hub_acknowledged() { backoff_.reset(); }

  [[nodiscard]] bool ready() const { return phase_ == Phase::kReady; }
  [[nodiscard]] std::uint64_t birth() const { return birth_; }
  [[nodiscard]] Link link() const;
  // Of the last failure; none and empty when ready.
  [[nodiscard]] LinkProblem problem() const { return trouble_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }

 private:
  enum class Phase { kResting, kConnecting, kConnected, kSubscribing, kSubscribed, kReady };

  struct Failure {
    Link link = Link::kBrokerAway;
    LinkProblem problem = LinkProblem::kNone;
    std::string detail;
  };
  void rest(BootTime until, Failure failure);

  Backoff backoff_;
  Phase phase_ = Phase::kResting;
  BootTime until_{};  // end of the rest, or the deadline of the answer
  bool must_abandon_ = false;
  bool hub_online_ = false;
  std::uint64_t birth_ = 0;
  std::optional<BootTime> taken_over_;
  Link link_ = Link::kConnecting;
  LinkProblem trouble_ = LinkProblem::kNone;
  std::string detail_;
};

}  // namespace tertulia
