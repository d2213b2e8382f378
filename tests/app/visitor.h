// SPDX-License-Identifier: Apache-2.0
// One kiosk and whoever stands before it: touches, waiting, and what the storage answers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "firmware/app/kiosk/kiosk.h"
#include "tests/support/sample_device.h"

namespace tertulia::test {

class Visitor {
 public:
  // In the room of the sample visit; before 10:30 the long form is asked, from then on one question.
  explicit Visitor(Now start = at(9, 0)) : now(std::move(start)), state(fresh_kiosk(context())) {}

  [[nodiscard]] KioskContext context() const {
    return {device_state, settings, now, SubmissionId({1, 2, 3, 4}), forms, sealer, 0, before};
  }

  void wants(const Intent& intent) { become(apply(std::move(state), intent, context())); }
  void chooses(std::string question, std::string choice) {
    wants(intent::Choose{std::move(question), std::move(choice)});
  }
  void types(std::string_view text) {
    for (const char letter : text)
      wants(intent::PressKey{{KeyKind::kCharacter, std::string(1, letter), std::string(1, letter)}});
  }
  void goes_on() { wants(intent::Next{}); }
  // Skips or answers until the step of `question` is shown.
  void reaches(const std::string& question) {
    wants(intent::Begin{});
    for (int guard = 0; guard < 10 && shows<QuestionView>().page != question; ++guard) {
      if (shows<QuestionView>().page == "obstacles") chooses("obstacles", "slow");
      if (shows<QuestionView>().page == "learned") wants(intent::ChooseStep{"heard", 4});
      goes_on();
    }
  }

  void waits(std::chrono::milliseconds time) {
    now.wall += time;
    now.boot += time;
    become(elapse(std::move(state), context()));
  }
  void touches() { state = touched(std::move(state), now); }

  void storage_answers(bool ok, StoreCounts counts = {}) {
    become(apply(std::move(state), to_main::SubmissionClosed{sent().id, ok, counts}, context()));
  }

  template <class Message>
  void hears(const Message& message) {
    become(apply(std::move(state), message, context()));
  }

  // To what the last change added to the questions from the floor.
  void room_answers(Taken taken = Taken::kYes) {
    become(apply(std::move(state), FloorAnswer{floor, taken}, context()));
  }

  template <class T>
  [[nodiscard]] T shows() const {
    const View view = kiosk_view(state, context());
    return std::holds_alternative<T>(view) ? std::get<T>(view) : T{};
  }
  template <class T>
  [[nodiscard]] bool is_at() const {
    return std::holds_alternative<T>(state);
  }

  // What the keeper was given so far.
  template <class T>
  [[nodiscard]] std::vector<T> letters() const {
    std::vector<T> found;
    for (const ToKeeper& letter : sent_)
      if (const auto* wanted = std::get_if<T>(&letter)) found.push_back(*wanted);
    return found;
  }
  [[nodiscard]] Submission sent() const { return letters<to_keeper::CloseSubmission>().back().submission; }
  [[nodiscard]] Submission draft() const { return letters<to_keeper::SaveDraft>().back().submission; }

  DeviceState device_state = sample_device();
  RoleSettings settings = role_in(Role::kKiosk, "magna");
  Now now;
  FormRunner* forms = nullptr;
  Sealer* sealer = nullptr;
  Before before = Before::kLeft;
  Kiosk state;
  bool forgotten = false;       // by the glass, since the start
  std::optional<Prompt> heard;  // after the last change
  FloorWords floor;             // what the last change added to the questions from the floor

 private:
  void become(KioskChange change) {
    state = std::move(change.state);
    forgotten = forgotten || change.effects.forget;
    heard = std::move(change.effects.say);
    floor = std::move(change.effects.floor);
    for (ToKeeper& letter : change.effects.keeper) sent_.push_back(std::move(letter));
  }

  std::vector<ToKeeper> sent_;
};

// Who is asked "first", a question of that kind, and then another. French writes dates and numbers in its
// way.
inline Visitor visitor_asked(const QuestionKind& kind, bool required = false,
                             const Language& language = "en") {
  Visitor visitor;
  visitor.device_state.catalogues.add(
      Catalogue("fr", {{"DD/MM/YYYY", {"JJ/MM/AAAA"}}, {"decimal mark\4.", {","}}}, {}));
  Question question;
  question.name = "first";
  question.kind = kind;
  question.required = required;
  Question other;
  other.name = "other";
  other.kind = Note{};
  visitor.device_state.pack.questionnaires[1].pages = {{{}, {question}}, {{}, {other}}};
  visitor.wants(intent::ChooseLanguage{language});
  visitor.wants(intent::Begin{});
  return visitor;
}

}  // namespace tertulia::test
