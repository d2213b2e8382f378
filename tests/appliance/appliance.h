// SPDX-License-Identifier: Apache-2.0
// The whole appliance but its network, in this process: loop, real screens, keeper thread and a real database
// in a folder of its own. The window and the clock come from the test.
#pragma once

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "drivers/sqlite/sqlite_store.h"
#include "firmware/app/keeper/keeper.h"
#include "firmware/app/loop/loop.h"
#include "tests/fakes/device.h"
#include "tests/support/sample_device.h"
#include "ui/glass/painter.h"

namespace tertulia::test {

// The real painter, watched: which pages followed each other, and how many fingers came and went.
class WatchedPainter final : public Painter {
 public:
  WatchedPainter(ui::Fonts& fonts, const std::vector<Screen>& screens) : painter_(fonts, screens) {}

  Painted paint(int screen, const View& view, std::span<const Touch> touches, const Now& now) override {
    if (!is_for_room(shown)) {
      if (!is_busy(shown) && is_busy(view)) ++sent;
      if (!std::holds_alternative<ThanksView>(shown) && std::holds_alternative<ThanksView>(view)) ++thanked;
    }
    for (const Touch& touch : touches)
      ++(touch.kind == TouchKind::kDown ? downs : is_end(touch) ? ups : moves);
    shown = view;
    ++paints;
    return painter_.paint(screen, view, touches, now);
  }
  std::vector<Target> targets(int screen) const override { return painter_.targets(screen); }
  void reset(int screen) override { painter_.reset(screen); }
  void resize(int screen, const Screen& geometry) override { painter_.resize(screen, geometry); }

  static bool is_busy(const View& view) {
    const auto* question = std::get_if<QuestionView>(&view);
    return question != nullptr && question->busy;
  }

  // Somebody stands there who waits for the keeper.
  static bool is_waiting(const View& view) {
    const auto* attract = std::get_if<AttractView>(&view);
    return is_busy(view) || (attract != nullptr && attract->busy);
  }

  // Where people ask the room and support the questions of others. What is thanked for there is no
  // submission.
  static bool is_for_room(const View& view) {
    if (std::holds_alternative<AskView>(view)) return true;
    const auto* question = std::get_if<QuestionView>(&view);
    return question != nullptr && question->page == "own question";
  }

  View shown;
  int sent = 0;     // submissions on their way to the store
  int thanked = 0;  // thank-you pages for one
  int downs = 0;
  int moves = 0;
  int ups = 0;
  int paints = 0;

 private:
  static bool is_end(const Touch& touch) {
    return touch.kind == TouchKind::kUp || touch.kind == TouchKind::kCancel;
  }
  ui::GlassPainter painter_;
};

class Appliance {
 public:
  // One kiosk in the sample visit's room. Window and clock must outlive it.
  Appliance(Window& window, Clock& clock, DeviceState device_state = sample_device())
      : folder_(make_folder()),
        fonts_(std::move(ui::Fonts::open()).value()),
        painter(fonts_, window.screens()),
        store_(std::move(SqliteStore::open((folder_ / "store.db").string(),
                                           {{"peers", "device-1"}, device_, {}, 0}))
                   .value()
                   .store),
        main_box_(4096, [this, &window] { wake(window); }),
        courier_box_(16),
        keeper_box_(4096),
        loop(std::move(device_state), {role_in(Role::kKiosk, "magna")}, {window, painter, clock, device_},
             {main_box_, keeper_box_, courier_box_, exporter_box_}),
        keeper_([this] {
          run_keeper(*store_, {keeper_box_, main_box_, courier_box_});
        }) {}
  ~Appliance() {
    stop();
    std::filesystem::remove_all(folder_);
  }
  Appliance(const Appliance&) = delete;
  Appliance& operator=(const Appliance&) = delete;

  void turn() {
    if (!loop.turn().ok()) throw std::runtime_error("the window is gone");
  }
  // Until the keeper has said something since the last call.
  void wait_for_keeper() {
    std::unique_lock lock(mutex_);
    const bool came = arrived_.wait_for(lock, std::chrono::seconds(60), [this] { return has_news_; });
    has_news_ = false;
    if (!came) throw std::runtime_error("the keeper does not answer");
  }
  // Submissions in the database, once everything is written; nothing can be asked of it after that.
  std::uint64_t stored() {
    stop();
    return store_->counts().value().submitted;
  }

  [[nodiscard]] Point middle(const std::string& name) const {
    for (const Target& target : painter.targets(0))
      if (target.name == name)
        return {(target.area.left + target.area.right) / 2, (target.area.top + target.area.bottom) / 2};
    throw std::runtime_error("no target " + name);
  }
  [[nodiscard]] bool has(const std::string& name) const {
    for (const Target& target : painter.targets(0))
      if (target.name == name) return true;
    return false;
  }
  template <class T>
  [[nodiscard]] bool shows() const {
    return std::holds_alternative<T>(painter.shown);
  }

 private:
  static std::filesystem::path make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tertulia-glass-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
    return name;
  }
  void wake(Window& window) {
    {
      const std::lock_guard lock(mutex_);
      has_news_ = true;
    }
    arrived_.notify_all();
    window.wake();
  }
  void stop() {
    keeper_box_.close();
    if (keeper_.joinable()) keeper_.join();
  }

  std::filesystem::path folder_;
  FakeDevice device_;
  ui::Fonts fonts_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  bool has_news_ = false;

 public:
  WatchedPainter painter;

 private:
  std::unique_ptr<SqliteStore> store_;
  MainBox main_box_;
  CourierBox courier_box_;
  ExporterBox exporter_box_{1};
  KeeperBox keeper_box_;

 public:
  Loop loop;

 private:
  std::thread keeper_;
};

// A list that no panel has room for, as the session's form.
// As long as a list may be before it is searched.
[[nodiscard]] inline DeviceState device_with_a_long_list() {
  DeviceState device_state = sample_device();
  Questionnaire form;
  form.id = "pulse";
  form.hash = "hash-of-pulse";
  form.title = {"en", "Your feedback"};
  form.languages = {"en"};
  SelectMultiple many;
  for (int i = 1; i <= 30; ++i)
    many.choices.push_back({std::to_string(i), {"en", "Choice " + std::to_string(i)}});
  Question question;
  question.name = "many";
  question.label = {"en", "Which of these?"};
  question.kind = many;
  form.pages = {{{}, {question}}};
  device_state.pack.questionnaires.front() = form;
  return device_state;
}

}  // namespace tertulia::test
