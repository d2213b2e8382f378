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

LinkProblem problem_of(broker_event::LostBy by) {
  switch (by) {
    case broker_event::LostBy::kName:
      return LinkProblem::kNoName;
    case broker_event::LostBy::kTls:
      return LinkProblem::kUntrusted;
    case broker_event::LostBy::kBadPacket:
      return LinkProblem::kBadPacket;
    case broker_event::LostBy::kLine:
      break;
  }
  return LinkProblem::kCutOff;
}

// What it means that a step was not done in time, in words for a log.
struct Silence {
  LinkProblem problem = LinkProblem::kSilent;
  const char* words = "";
};
Silence silence_of(ConnectionStep step) {
  switch (step) {
    case ConnectionStep::kName:
      return {LinkProblem::kNoName, "No name server says the broker's address"};
    case ConnectionStep::kAddress:
      return {LinkProblem::kUnreachable, "Nobody answers at the broker's address"};
    case ConnectionStep::kTls:
      return {LinkProblem::kSilent, "The broker does not begin TLS"};
    case ConnectionStep::kAnswer:
      return {LinkProblem::kSilent, "The broker does not answer"};
    case ConnectionStep::kSubscription:
      return {LinkProblem::kSilent, "The broker does not answer the subscription"};
  }
  return {};
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
      begin(now, ConnectionStep::kName);
      return connection_action::Connect{++birth_, patience_.keep_alive()};
    case Phase::kConnecting:
    case Phase::kSubscribing:
      if (now < until_) return connection_action::Wait{until_};
      run_out_of_time(now);
      return connection_action::Abandon{};
    case Phase::kConnected:
      phase_ = Phase::kSubscribing;
      begin(now, ConnectionStep::kSubscription);
      return connection_action::Subscribe{};
    case Phase::kSubscribed:
      phase_ = Phase::kReady;
      return connection_action::Announce{};
    case Phase::kReady:
      break;
  }
  return connection_action::Wait{};
}

void ConnectionPlanner::begin(BootTime now, ConnectionStep step) {
  step_ = step;
  step_began_ = now;
  until_ = now + patience_.with(step);
}

void ConnectionPlanner::reached(BootTime now, ConnectionStep step) {
  if (phase_ != Phase::kConnecting || step <= step_) return;
  finish_step(now);
  begin(now, step);
}

void ConnectionPlanner::connected(BootTime now) {
  if (phase_ != Phase::kConnecting) return;
  finish_step(now);
  phase_ = Phase::kConnected;
}

void ConnectionPlanner::subscribed(BootTime now) {
  if (phase_ != Phase::kSubscribing) return;
  finish_step(now);
  phase_ = Phase::kSubscribed;
  problem_ = LinkProblem::kNone;
  detail_.clear();
  tls_.reset();
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

void ConnectionPlanner::lost(BootTime now, broker_event::Lost lost) {
  const bool again = lost.reason == kTakenOver && taken_over_ && now - *taken_over_ < kTakenOverWithin;
  if (lost.reason == kTakenOver) taken_over_ = now;
  LinkProblem problem = problem_of(lost.by);
  // A host that does not take the connection is reported as a loss too, though nothing was cut off.
  if (problem == LinkProblem::kCutOff && phase_ == Phase::kConnecting) problem = LinkProblem::kUnreachable;
  if (again)
    wait(now + kTakenOverWait,
         {Link::kTakenOver, LinkProblem::kNone, "Another client connects under the same name"});
  else
    wait(now + backoff_.next(), {Link::kBrokerAway, problem, std::move(lost.text), std::move(lost.tls)});
}

void ConnectionPlanner::failed(BootTime now, LinkProblem problem, std::string text) {
  wait(now + backoff_.next(), {Link::kBrokerAway, problem, std::move(text)});
}

void ConnectionPlanner::run_out_of_time(BootTime now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience_.with(step_)).count();
  patience_.ran_out(step_);
  const Silence silence = silence_of(step_);
  const BootTime wait_until = std::max(now + backoff_.share_of(kSpread), step_began_ + backoff_.next());
  wait(wait_until, {Link::kBrokerAway, silence.problem,
                    std::string(silence.words) + " within " + std::to_string(seconds) + " s"});
}

void ConnectionPlanner::wait(BootTime until, Failure failure) {
  phase_ = Phase::kWaiting;
  until_ = until;
  hub_online_ = false;
  link_ = failure.link;
  problem_ = failure.problem;
  detail_ = std::move(failure.detail);
  tls_ = std::move(failure.tls);
}

Link ConnectionPlanner::link() const {
  if (!ready()) return link_;
  return hub_online_ ? Link::kOnline : Link::kHubAway;
}

}  // namespace tertulia
