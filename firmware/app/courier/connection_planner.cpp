// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/connection_planner.h"

namespace tertulia {
namespace {

constexpr int kTakenOver = 0x8E;

// CONNACK codes that only a person can cure: protocol version, client id, password, authorisation, banned,
// method.
bool needs_a_person(int reason) {
  return reason == 0x84 || reason == 0x85 || reason == 0x86 || reason == 0x87 || reason == 0x8A ||
         reason == 0x8C;
}

LinkProblem trouble_of(int reason) {
  if (reason == 0x84) return LinkProblem::kWrongVersion;
  return needs_a_person(reason) ? LinkProblem::kNotLetIn : LinkProblem::kBusy;
}

}  // namespace

ConnectionStep ConnectionPlanner::next(BootTime now) {
  if (must_abandon_) {
    must_abandon_ = false;
    return connection_step::Abandon{};
  }
  switch (phase_) {
    case Phase::kResting:
      if (now < until_) return connection_step::Wait{until_};
      phase_ = Phase::kConnecting;
      until_ = now + kAnswerDeadline;
      return connection_step::Connect{++birth_};
    case Phase::kConnecting:
    case Phase::kSubscribing:
      if (now < until_) return connection_step::Wait{until_};
      rest(now + backoff_.next(),
           {Link::kBrokerAway, LinkProblem::kUnreachable, "The broker does not answer within 10 s"});
      return connection_step::Abandon{};
    case Phase::kConnected:
      phase_ = Phase::kSubscribing;
      until_ = now + kAnswerDeadline;
      return connection_step::Subscribe{};
    case Phase::kSubscribed:
      phase_ = Phase::kReady;
      return connection_step::Announce{};
    case Phase::kReady:
      break;
  }
  return connection_step::Wait{};
}

void ConnectionPlanner::connected(BootTime now) {
  if (phase_ != Phase::kConnecting) return;
  phase_ = Phase::kConnected;
  until_ = now + kAnswerDeadline;
}

void ConnectionPlanner::subscribed() {
  if (phase_ != Phase::kSubscribing) return;
  phase_ = Phase::kSubscribed;
  trouble_ = LinkProblem::kNone;
  detail_.clear();
}

void ConnectionPlanner::subscription_refused(BootTime now) {
  if (phase_ != Phase::kSubscribing) return;
  rest(now + backoff_.next_long(), {Link::kRefused, LinkProblem::kNotAllowed,
                                    "The broker does not let this device subscribe to its topics"});
  must_abandon_ = true;
}

void ConnectionPlanner::refused(BootTime now, int reason, std::string text) {
  if (needs_a_person(reason))
    rest(now + backoff_.next_long(), {Link::kRefused, trouble_of(reason), std::move(text)});
  else
    rest(now + backoff_.next(), {Link::kBrokerAway, trouble_of(reason), std::move(text)});
}

void ConnectionPlanner::lost(BootTime now, int reason, LinkProblem problem, std::string text) {
  const bool again = reason == kTakenOver && taken_over_ && now - *taken_over_ < kTakenOverWithin;
  if (reason == kTakenOver) taken_over_ = now;
  // That a host is not found or does not answer comes as a loss too: what never stood was not cut off.
  if (problem == LinkProblem::kCutOff && phase_ == Phase::kConnecting) problem = LinkProblem::kUnreachable;
  if (again)
    rest(now + kTakenOverRest, {Link::kTakenOver, LinkProblem::kNone, "Another device has this identity"});
  else
    rest(now + backoff_.next(), {Link::kBrokerAway, problem, std::move(text)});
}

void ConnectionPlanner::rest(BootTime until, Failure failure) {
  phase_ = Phase::kResting;
  until_ = until;
  hub_online_ = false;
  link_ = failure.link;
  trouble_ = failure.problem;
  detail_ = std::move(failure.detail);
}

Link ConnectionPlanner::link() const {
  if (!ready()) return link_;
  return hub_online_ ? Link::kOnline : Link::kHubAway;
}

}  // namespace tertulia
