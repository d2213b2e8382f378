// SPDX-License-Identifier: Apache-2.0
// What comes in: touches and other events of the window, and messages of the other threads.
#include <utility>

#include "firmware/app/loop/loop.h"
#include "firmware/app/loop/taken_pack.h"

namespace tertulia {

void Loop::handle(const WindowEvent& event, const Now& now) {
  std::visit([&](const auto& each) { take(each, now); }, event);
}

void Loop::take(const Touch& touch, const Now& now) {
  Panel& panel = panels_.at(static_cast<std::size_t>(touch.screen));
  const WakeResult woken = wake(panel.blanking, touch, now.boot);
  panel.blanking = woken.blanking;
  if (woken.is_swallowed) return;
  if (touch.kind == TouchKind::kDown) hush();
  panel.touches.push_back(touch);
  panel.is_held = touch.kind != TouchKind::kUp && touch.kind != TouchKind::kCancel;
  if (panel.status_until) panel.status_until = now.boot + kStatusFor;
  panel.kiosk = touched(std::move(panel.kiosk), now);
  panel.moderator.lock.last_touch = now.boot;
}

void Loop::take(const window_event::Resized& resized, const Now& /*now*/) { repaint(resized.screen); }

void Loop::take(const window_event::Exposed& exposed, const Now& /*now*/) {
  repaint(exposed.screen);
  // The window may be lit now: a dark panel tells it again.
  panels_.at(static_cast<std::size_t>(exposed.screen)).blanking.power = Power::kOn;
}

void Loop::take(const window_event::Dirt& dirt, const Now& /*now*/) {
  if (dirt.lies_there)
    device_state_.dirty_screens.insert(dirt.screen);
  else
    device_state_.dirty_screens.erase(dirt.screen);
}

void Loop::take(const window_event::Quit& /*quit*/, const Now& /*now*/) { ending_ = Ending::kClosed; }

void Loop::take(const window_event::Woken& /*woken*/, const Now& /*now*/) {}  // its message is in the box

void Loop::handle(const ToMain& message, const Now& now) {
  std::visit([&](const auto& each) { take(each, now); }, message);
}

void Loop::take(const to_main::SubmissionClosed& closed, const Now& now) {
  if (closed.ok) note(closed.counts, now);
  for (Panel& panel : panels_) {
    if (closed.ok) watch_hasty(panel, closed.id);
    become(panel, apply(std::move(panel.kiosk), closed, context_of(panel, now)), now);
  }
}

void Loop::take(const to_main::ContactKept& kept, const Now& now) {
  for (Panel& panel : panels_)
    become(panel, apply(std::move(panel.kiosk), kept, context_of(panel, now)), now);
}

void Loop::take(const to_main::Left& left, const Now& now) {
  if (left.ok) device_state_.store_problem.clear();  // it writes again
  for (Panel& panel : panels_) {
    if (!panel.leaving || panel.leaving->id != left.id) continue;
    if (left.ok) {
      panel.leaving.reset();
    } else {
      panel.leaving->is_refused = true;
      panel.leaving->again = now.boot + kAsksAgain;
    }
    KioskContext context = context_of(panel, now);
    context.fresh_id = SubmissionId(ports_.device.random_bytes());
    become(panel, apply(std::move(panel.kiosk), left, context), now);
  }
}

void Loop::take(const to_main::NotBegun& refused, const Now& now) {
  for (Panel& panel : panels_) {
    become(panel, apply(std::move(panel.kiosk), refused, context_of(panel, now)), now);
    if (panel.leaving && panel.leaving->id == refused.id) panel.leaving->is_refused = true;
  }
}

void Loop::take(const to_main::CountsChanged& changed, const Now& now) { note(changed.counts, now); }

void Loop::take(const to_main::InventoryCounted& counted, const Now& /*now*/) {
  device_state_.inventory = counted.inventory;
}

void Loop::take(const to_main::StoreFailed& failed, const Now& now) {
  note_store_problem(failed.message, now);
}

void Loop::take(const to_main::LinkChanged& change, const Now& now) {
  device_state_.link = change.link;
  device_state_.problem = change.problem;
  device_state_.tls = change.tls;
  device_state_.link_detail = change.detail;
  if (change.link == Link::kBrokerAway || change.link == Link::kRefused || change.link == Link::kTakenOver)
    device_state_.last_error =
        LastError{now.wall, change.detail, LinkStatus{change.link, change.problem, change.tls}};
}

void Loop::take(const to_main::CommandArrived& arrived, const Now& now) {
  const HubCommand& command = arrived.command;
  const CommandResult result = apply_command(device_state_, command.action, now);
  if (result.needs_restart) {
    want_restart(Ending::kRestart, now).commands.push_back(command);
    if (somebody_answers()) send_reply(command, restart_accepted(), now);
  } else if (result.reply) {
    send_reply(command, *result.reply, now);
  } else if (!boxes_.exporter.put(to_exporter::ExportNow{command.correlation})) {
    send_reply(command, {ReplyResult::kRefused, "other exports are still under way"}, now);
  }
}

void Loop::take(const to_main::Admitted& /*admitted*/, const Now& now) {
  want_restart(Ending::kRestart, now);
}

void Loop::take(const to_main::StorageOpened& /*opened*/, const Now& now) {
  want_restart(Ending::kNewPack, now);
}

void Loop::take(const to_main::PackMended& /*mended*/, const Now& now) {
  want_restart(Ending::kNewPack, now);
}

void Loop::take(const to_main::PackRead& read, const Now& now) {
  if (!read.notice.empty()) device_state_.last_error = LastError{now.wall, read.notice, std::nullopt, true};
  const std::string before = device_state_.pack.version;
  take_reading(device_state_, read, now);
  if (device_state_.pack.version != before) say_version(now);
}

void Loop::take(const to_main::ChimeFailed& failed, const Now& now) {
  device_state_.last_error = LastError{now.wall, failed.message, std::nullopt, true};
}

void Loop::send_reply(const HubCommand& command, CommandReply reply, const Now& now) {
  to_courier::Reply letter{std::string(name_of(command.action)), command.correlation, std::move(reply)};
  carry_out({{}, {std::move(letter)}, false}, now);
}

void Loop::note(const StoreCounts& counts, const Now& now) {
  device_state_.counts = counts;
  device_state_.store_problem.clear();  // it writes again
  status_watch_.hurry(now.boot);
}

void Loop::note_store_problem(const std::string& problem, const Now& now) {
  device_state_.store_problem = problem;
  device_state_.last_error = LastError{now.wall, problem, std::nullopt};
}

}  // namespace tertulia
