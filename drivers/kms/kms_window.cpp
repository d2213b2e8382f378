// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/kms_window.h"

#include <algorithm>
#include <utility>

#include "drivers/kms/choices.h"

namespace tertulia {
namespace {

Screen screen_of(const KmsScreen& wish, const Display& panel) {
  return {wish.name, panel.size,
          density(panel.size, {.measured = wish.width_in_mm, .told = panel.width_in_mm})};
}

}  // namespace

Result<std::unique_ptr<KmsWindow>> KmsWindow::open(const KmsOptions& options, const Clock& clock) {
  if (options.screens.empty())
    return Error{"no screen is configured; name at least one in the configuration"};
  std::unique_ptr<KmsWindow> window(new KmsWindow(options, clock));
  TRY(window->waiter_, Waiter::open());
  std::vector<PanelWish> wishes;
  for (const KmsScreen& screen : options.screens) wishes.push_back({screen.connector, screen.size});
  TRY(window->card_, Card::open(options.card, wishes));
  window->add_screens();
  window->report_unlit();
  window->open_input(options);
  window->console_ = std::make_unique<Console>();
  return window;
}

void KmsWindow::add_screens() {
  for (std::size_t i = 0; i < wishes_.size(); ++i) {
    const int index = static_cast<int>(i);
    screens_.push_back(screen_of(wishes_[i], card_->panel(index)));
    touches_.add();
  }
  if (hotplug_.descriptor() >= 0) waiter_->watch(hotplug_.descriptor());
}

void KmsWindow::report_unlit() {
  std::string why = card_->why_unlit();
  if (!why.empty() && why != reported_) report_(why);
  reported_ = std::move(why);
}

void KmsWindow::open_input(const KmsOptions& options) {
  InputDevices::Options input;
  input.folder = options.input_folder;
  for (const KmsScreen& screen : options.screens) input.wishes.push_back(screen.input);
  for (const Screen& screen : screens_) input.sizes.push_back(screen.size);
  input_.emplace(InputDevices::open(std::move(input), *waiter_));
  if (input_->is_locked_out())
    report_("no input device in " + options.input_folder +
            " may be read yet; add the user to the group \"input\" if touches do nothing");
}

Outcome KmsWindow::present(int screen, PixelView view, std::span<const Rect> damage) {
  return card_->show(screen, view, damage);
}

Outcome KmsWindow::set_power(int screen, Power power) { return card_->set_power(screen, power); }

std::vector<WindowEvent> KmsWindow::wait(std::optional<BootTime> until) {
  std::vector<WindowEvent> events;
  while (true) {
    auto due = touches_.earlier(until);
    const bool is_callers = due == until;
    if (due) due = clock_.kernel_time(*due);
    const Waiter::Report report = waiter_->wait(due, Waiter::Patience::kSleep);
    take(report, events);
    touches_.expire(clock_.now().boot, events);
    if (!events.empty() || (report.is_due && is_callers)) return events;
  }
}

void KmsWindow::take(const Waiter::Report& report, std::vector<WindowEvent>& events) {
  std::vector<int> ready = report.ready;
  ready.insert(ready.end(), report.gone.begin(), report.gone.end());
  if (!ready.empty()) take(input_->read(ready, clock_.now().boot), events);
  const bool has_news = std::find(ready.begin(), ready.end(), hotplug_.descriptor()) != ready.end();
  if (has_news && hotplug_.read()) {
    for (const int screen : card_->look_again()) look_again(screen, events);
    report_unlit();
  }
  if (report.is_woken) events.push_back(window_event::Woken{});
  if (report.is_stopped) events.push_back(window_event::Quit{});
}

void KmsWindow::take(const std::vector<ScreenContact>& contacts, std::vector<WindowEvent>& events) {
  for (const ScreenContact& news : contacts) touches_.apply(news.screen, news.contact, events);
}

void KmsWindow::look_again(int screen, std::vector<WindowEvent>& events) {
  const auto index = static_cast<std::size_t>(screen);
  const Screen now = screen_of(wishes_[index], card_->panel(screen));
  if (now == screens_[index]) {
    events.push_back(window_event::Exposed{screen});
    return;
  }
  take(input_->resize(screen, now.size, clock_.now().boot), events);
  screens_[index] = now;
  events.push_back(window_event::Resized{screen});
}

}  // namespace tertulia
