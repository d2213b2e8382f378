// SPDX-License-Identifier: Apache-2.0
#include "firmware/connection/connection_planner.h"

#include <algorithm>

namespace tertulia {
namespace {

constexpr int kTakenOver = 0x8E;

// CONNACK codes that only a person can cure: protocol version, client id, password, authorisation, banned,
// method.
bool needs_a_person(int reason) {
  return reason == 0x84 || reason == 0x85 || reason == 0x86 || reason == 0x87 || reason == 0x8A ||
         reason == 0x8C;
}

LinkProblem problem_of(int reason) {
  if (reason == 0x84) return LinkProblem::kWrongVersion;
  return needs_a_person(reason) ? LinkProblem::kNotLetIn : LinkProblem::kBusy;
}

}  // namespace

ConnectionAction ConnectionPlanner::next(BootTime now) {
  if (must_abandon_) {
    must_abandon_ = false;
    return connection_action::Abandon{};
  }
  switch (phase_) {
    case Phase::kWaiting:
      if (now < until_) return connection_action::Wait{until_};
      phase_ = Phase::kConnecting;
      attempted_ = now;
      until_ = now + answer_deadline_;
      return connection_action::Connect{++birth_};
    case Phase::kConnecting:
    case Phase::kSubscribing:
      if (now < until_) return connection_action::Wait{until_};
      run_out_of_time(now);
      return connection_action::Abandon{};
    case Phase::kConnected:
      phase_ = Phase::kSubscribing;
      until_ = now + answer_deadline_;
      return connection_action::Subscribe{};
    case Phase::kSubscribed:
      phase_ = Phase::kReady;
      return connection_action::Announce{};
    case Phase::kReady:
      break;
  }
  return connection_action::Wait{};
}

void ConnectionPlanner::connected(BootTime now) {
  if (phase_ != Phase::kConnecting) return;
  phase_ = Phase::kConnected;
  answer_deadline_ = std::clamp(3 * (now - attempted_), kAnswerDeadline, kLongestAnswerDeadline);
}

void ConnectionPlanner::subscribed() {
  if (phase_ != Phase::kSubscribing) return;
  phase_ = Phase::kSubscribed;
  problem_ = LinkProblem::kNone;
  detail_.clear();
}

void ConnectionPlanner::subscription_refused(BootTime now) {
  if (phase_ != Phase::kSubscribing) return;
  wait(now + backoff_.next_long(),
       {Link::kRefused, LinkProblem::kNotAllowed,
        "The broker does not allow the subscription: check its access list (ACL) for this user"});
  must_abandon_ = true;
}

void ConnectionPlanner::refused(BootTime now, int reason, std::string text) {
  if (needs_a_person(reason))
    wait(now + backoff_.next_long(), {Link::kRefused, problem_of(reason), std::move(text)});
  else
    wait(now + backoff_.next(), {Link::kBrokerAway, problem_of(reason), std::move(text)});
}

void ConnectionPlanner::lost(BootTime now, int reason, LinkProblem problem, std::string text) {
  const bool again = reason == kTakenOver && taken_over_ && now - *taken_over_ < kTakenOverWithin;
  if (reason == kTakenOver) taken_over_ = now;
  // An unknown host and one that does not answer are reported as a loss too, though nothing was cut off.
  if (problem == LinkProblem::kCutOff && phase_ == Phase::kConnecting) problem = LinkProblem::kUnreachable;
  if (again)
    wait(now + kTakenOverWait,
         {Link::kTakenOver, LinkProblem::kNone, "Another client connects under the same name"});
  else
    wait(now + backoff_.next(), {Link::kBrokerAway, problem, std::move(text)});
}

void ConnectionPlanner::run_out_of_time(BootTime now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(answer_deadline_).count();
  answer_deadline_ = std::min(2 * answer_deadline_, kLongestAnswerDeadline);
  wait(now + backoff_.next(), {Link::kBrokerAway, LinkProblem::kUnreachable,
                               "The broker does not answer within " + std::to_string(seconds) + " s"});
}

void ConnectionPlanner::wait(BootTime until, Failure failure) {
  phase_ = Phase::kWaiting;
  until_ = until;
  hub_online_ = false;
  link_ = failure.link;
  problem_ = failure.problem;
  detail_ = std::move(failure.detail);
}

Link ConnectionPlanner::link() const {
  if (!ready()) return link_;
  return hub_online_ ? Link::kOnline : Link::kHubAway;
}

}  // namespace tertulia
