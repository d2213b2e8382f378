// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/demo.h"

#include <array>
#include <cstdio>
#include <memory>
#include <optional>

#include <poll.h>

#include "tests/robot/account.h"
#include "tests/robot/databases.h"
#include "tests/robot/moderator.h"
#include "tests/robot/visitor.h"

namespace tertulia::robot {
namespace {

constexpr std::array kLanguages{"fr", "ar", "en", "ka", "es", "am", "pt", "sw"};
constexpr int kLookAgainMilliseconds = 100;

GlassOptions glass_of(const DemoOptions& options, int screen, const char* title) {
  GlassOptions glass;
  glass.targets = options.targets;
  glass.screen = screen;
  glass.title = title;
  glass.rate = options.rate;
  glass.patience = options.patience;
  return glass;
}

// The moderator's part of the visit: a command before every second answer, the rest at the end.
class Steering {
 public:
  explicit Steering(Glass* glass) {
    if (glass != nullptr) moderator_.emplace(*glass);
  }
  void go_on() {
    if (!moderator_ || step_ >= kSteps.size()) return;
    ((*moderator_).*kSteps[step_++])();
  }
  void finish() {
    while (moderator_ && step_ < kSteps.size()) go_on();
  }
  [[nodiscard]] int commands() const { return moderator_ ? moderator_->commands() : 0; }

 private:
  static constexpr std::array kSteps{&Moderator::start,  &Moderator::add_one, &Moderator::pause,
                                     &Moderator::resume, &Moderator::next,    &Moderator::next};
  std::optional<Moderator> moderator_;
  std::size_t step_ = 0;
};

// Until the hub has taken everything over, or patience ends: the account then says what is missing.
void wait_for_delivery(const DemoOptions& options, std::size_t answers) {
  const auto deadline = SteadyClock::now() + options.patience;
  while (SteadyClock::now() < deadline) {
    const DeviceHolds device = device_holds(options.device_database);
    if (device.waiting == 0 && device.acknowledged.size() >= answers) return;
    poll(nullptr, 0, kLookAgainMilliseconds);
  }
}

}  // namespace

int demo(const DemoOptions& options) {
  Ledger ledger(options.ledger);
  const Overhear overhear(options.broker);
  Glass kiosk(glass_of(options, options.kiosk, "kiosk"));
  std::unique_ptr<Glass> desk;
  if (options.moderator >= 0)
    desk = std::make_unique<Glass>(glass_of(options, options.moderator, "moderator"));
  Steering steering(desk.get());
  Visitor visitor(kiosk, ledger, options.seed);
  for (int i = 0; i < options.answers; ++i) {
    if (i % 2 == 0) steering.go_on();
    visitor.answer(kLanguages[static_cast<std::size_t>(i) % kLanguages.size()]);
    visitor.leave();
  }
  steering.finish();
  wait_for_delivery(options, ledger.thanked().size());
  const Account account{ledger, device_holds(options.device_database), overhear.published(),
                        hub_holds(options.hub_database, options.hub_program), steering.commands()};
  std::fputs(to_text(account).c_str(), stdout);
  return is_settled(account) ? 0 : 1;
}

}  // namespace tertulia::robot
