// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/measure.h"

#include <algorithm>
#include <cstdio>
#include <functional>

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/robot/databases.h"
#include "tests/robot/moderator.h"
#include "tests/robot/visitor.h"

namespace tertulia::robot {
namespace {

using Span = std::chrono::duration<double, std::milli>;

constexpr Milliseconds kPatience{60'000};
constexpr int kLookAgainMilliseconds = 5;

// From now until it holds; looks as often as it can, for the eye must not be slower than the picture.
Span time_until(const std::function<bool()>& holds) {
  const auto begin = SteadyClock::now();
  while (!holds()) {
    if (SteadyClock::now() - begin > kPatience) throw Stuck("nothing changed on the window");
  }
  return SteadyClock::now() - begin;
}

void report(const char* name, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  const Span median = spans[spans.size() / 2];
  const Span late = spans[spans.size() * 95 / 100];
  std::printf("%s %.2f %.2f\n", name, median.count(), late.count());
}

// What is seen there once the button has given all the way: nothing else may change it than the finger.
std::vector<std::uint32_t> at_rest_in(Hand& hand, const Area& strip) {
  constexpr Milliseconds kLongerThanAPress{200};
  auto seen = hand.look(strip);
  for (auto since = SteadyClock::now(); SteadyClock::now() - since < kLongerThanAPress;) {
    auto now = hand.look(strip);
    if (now == seen) continue;
    seen = std::move(now);
    since = SteadyClock::now();
  }
  return seen;
}

// A strip through the middle of the spot: small, so that reading it back costs little.
Area strip_of(const Spot& spot) {
  return {spot.left + 2, (spot.top + spot.bottom) / 2, std::min(96, spot.right - spot.left - 4), 1};
}

// What is chosen looks the same when it is held: begin with one that is not measured.
void choose(Glass& glass, const Spot& spot) {
  const auto version = glass.now().version;
  glass.press(spot.name);
  glass.wait_for([&](const Targets& page) { return page.version > version; }, "a held choice");
  const auto held = glass.now().version;
  glass.hand().lift();
  glass.wait_for([&](const Targets& page) { return page.version > held; }, "a chosen choice");
}

// Taps one of two choices and then the other: press until it looks held, lift, wait for the new picture.
std::vector<Span> tap_to_pixels(Glass& glass, int times) {
  const auto choices = glass.now().beginning_with("choice:");
  choose(glass, choices.at(2));
  Hand& hand = glass.hand();
  std::vector<Span> spans;
  for (int i = 0; i < times; ++i) {
    const Spot& spot = choices.at(static_cast<std::size_t>(i % 2));
    const auto at_rest = at_rest_in(hand, strip_of(spot));
    glass.press(spot.name);
    time_until([&] { return hand.look(strip_of(spot)) != at_rest; });
    const auto held = at_rest_in(hand, strip_of(spot));
    hand.lift();
    spans.push_back(time_until([&] { return hand.look(strip_of(spot)) != held; }));
  }
  return spans;
}

GlassOptions place_before(const MeasureOptions& options, const char* role) {
  GlassOptions place;
  place.targets = options.targets;
  place.screen = options.screen;
  place.title = role;
  place.rate = options.rate;
  place.patience = kPatience;
  return place;
}

Span start_once(const MeasureOptions& options) {
  std::filesystem::remove(options.targets.string() + "." + std::to_string(options.screen));
  TargetBoard board(options.targets, options.screen);
  std::vector<std::string> words = options.program;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t pid = -1;
  const auto begin = SteadyClock::now();
  if (posix_spawnp(&pid, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0)
    throw Stuck(words.front() + " does not start");
  board.wait_for([](const Targets& page) { return page.version > 0; }, "the first picture", kPatience);
  const Span span = SteadyClock::now() - begin;
  kill(pid, SIGTERM);
  waitpid(pid, nullptr, 0);
  return span;
}

}  // namespace

void measure_taps(const MeasureOptions& options) {
  Glass glass(place_before(options, "kiosk"));
  Ledger ledger;
  Visitor visitor(glass, ledger, 1);
  std::vector<Span> to_thanks;
  for (int i = 0; i < options.times; ++i) {
    visitor.fill("en");
    if (i == 0) report("tap-to-pixels", tap_to_pixels(glass, options.times * 5));
    glass.press("next");
    glass.hand().lift();
    to_thanks.push_back(time_until([&] { return glass.now().has("done"); }));
    visitor.leave();
  }
  report("tap-to-thanks", std::move(to_thanks));
}

void measure_start(const MeasureOptions& options) {
  std::vector<Span> spans;
  for (int i = 0; i < options.times; ++i) spans.push_back(start_once(options));
  report("first-frame", std::move(spans));
}

void start_countdown(const MeasureOptions& options) {
  Glass desk(place_before(options, "moderator"));
  Moderator(desk).start();
}

void measure_frames(const MeasureOptions& options) {
  TargetBoard board(options.targets, options.screen);
  const auto first = board.read().version;
  const auto end = SteadyClock::now() + std::chrono::seconds(options.seconds);
  while (SteadyClock::now() < end) {
    static_cast<void>(board.read());
    poll(nullptr, 0, kLookAgainMilliseconds);
  }
  const auto pictures = static_cast<double>(board.read().version - first);
  std::printf("frames-per-minute %.1f\n", pictures * 60 / options.seconds);
}

void measure_drain(const MeasureOptions& options) {
  const auto waiting = [&] { return device_holds(options.database).waiting; };
  const auto deadline = SteadyClock::now() + 2 * kPatience;
  const auto all = waiting();
  auto first = SteadyClock::now();
  std::uint64_t at_first = all;
  for (auto now = all; now > 0; now = waiting()) {
    if (SteadyClock::now() > deadline) throw Stuck(std::to_string(now) + " rows still wait");
    if (at_first == all && now < all) first = SteadyClock::now(), at_first = now;
    poll(nullptr, 0, kLookAgainMilliseconds);
  }
  const std::chrono::duration<double> took = SteadyClock::now() - first;
  std::printf("drain %.0f\n", static_cast<double>(at_first) / std::max(took.count(), 0.001));
}

}  // namespace tertulia::robot
