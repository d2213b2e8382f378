// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/glass.h"

#include <thread>

namespace tertulia::robot {
namespace {

// A new page ignores touches for 350 ms of the appliance's clock (firmware/docs/rendering.md, "Touch"); a
// little more, for that clock counts from the picture.
constexpr std::chrono::duration<double> kDeadTime{0.36};

// What tells one page from another. Keys change with shift, but that is no new page.
std::string page_of(const Targets& targets) {
  std::string page = targets.has_any("key:") ? "keyboard " : "";
  for (const Spot& spot : targets.spots)
    if (!spot.name.starts_with("key:")) page += spot.name + ' ';
  return page;
}

Place middle_of(const Spot& spot) { return {(spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2}; }

}  // namespace

Glass::Glass(const GlassOptions& options)
    : options_(options),
      board_(options.targets, options.screen),
      hand_(options.display, options.title, options.patience) {}

const Targets& Glass::wait_for(const TargetBoard::Condition& condition, const std::string& what) {
  return noted(board_.wait_for(condition, what, options_.patience));
}

void Glass::tap(const std::string& name) {
  press(name);
  hand_.lift();
}

void Glass::press(const std::string& name) {
  const auto is_there = [&](const Targets& targets) { return targets.has(name); };
  const Place at = middle_of(*wait_for(is_there, name).find(name));
  rest();
  hand_.press(at);
}

void Glass::let_pass(std::chrono::duration<double> time) const {
  std::this_thread::sleep_for(time / options_.rate);
}

const Targets& Glass::noted(const Targets& targets) {
  std::string page = page_of(targets);
  if (page == page_) return targets;
  page_ = std::move(page);
  quiet_until_ =
      SteadyClock::now() + std::chrono::duration_cast<SteadyClock::duration>(kDeadTime / options_.rate);
  return targets;
}

void Glass::rest() { std::this_thread::sleep_until(quiet_until_); }

}  // namespace tertulia::robot
