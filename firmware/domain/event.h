// SPDX-License-Identifier: Apache-2.0
// What happens on a device and is reported to the hub. One alternative per fact; `wire` turns each into a
// message.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/contact.h"
#include "firmware/domain/public.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/timer.h"

namespace tertulia {

// The topic level `ev/{kind}` and the budget class in the outbox.
enum class EventKind { kFeedback, kSession, kTimer, kContent, kHealth, kAudit, kGap, kContact };
[[nodiscard]] std::string_view to_text(EventKind kind);
[[nodiscard]] Result<EventKind> event_kind_from(std::string_view text);
// Whether what people gave is in it: answers and contacts. Such an event has an id of its own, no time finer
// than a session, and leaves the device only when a receipt of the hub names it.
[[nodiscard]] bool is_given(EventKind kind);

namespace event {
struct FeedbackSubmitted {
  Submission submission;
  friend bool operator==(const FeedbackSubmitted&, const FeedbackSubmitted&) = default;
};
struct SessionStarted {
  std::string room;
  PublicId session;
  friend bool operator==(const SessionStarted&, const SessionStarted&) = default;
};
struct SessionEnded {
  std::string room;
  PublicId session;
  friend bool operator==(const SessionEnded&, const SessionEnded&) = default;
};
struct TimerChanged {
  std::string room;
  PublicId session;
  PublicId segment;
  TimerFact fact = TimerFact::kStarted;
  Milliseconds remaining{};
  Milliseconds offset{};  // against the plan
  std::uint64_t revision = 0;
  friend bool operator==(const TimerChanged&, const TimerChanged&) = default;
};
inline constexpr std::size_t kMostForms = 256;  // that a PackLoaded names
struct PackLoaded {                             // a device shows this visit pack
  std::string visit;
  std::string version;
  std::uint64_t threshold = 0;     // answers to its forms are shown from this many on; 0: not said
  std::vector<std::string> forms;  // their hashes, as submissions name them
  friend bool operator==(const PackLoaded&, const PackLoaded&) = default;
};
// A note of a session was written, corrected, moved or removed. The highest revision of a note holds.
struct NoteTaken {
  std::string room;
  PublicId session;
  std::string note;        // its id
  std::string kind;        // of note: "learning-point", see NoteKind
  std::string text;        // empty when it was removed
  std::int64_t place = 0;  // in the list of its session
  bool removed = false;
  std::uint64_t revision = 0;
  friend bool operator==(const NoteTaken&, const NoteTaken&) = default;
};
struct HealthReported {
  std::uint64_t waiting = 0;
  std::uint64_t disk_free_bytes = 0;
  std::optional<double> temperature_celsius;  // none where the machine has no sensor
  friend bool operator==(const HealthReported&, const HealthReported&) = default;
};
struct Audited {
  std::string action;  // "start", "stop", "clock-set", "store-quarantined"
  friend bool operator==(const Audited&, const Audited&) = default;
};
// Rows of a kind were dropped because its budget was full.
struct GapMade {
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  EventKind of = EventKind::kHealth;
  std::uint64_t count = 0;
  friend bool operator==(const GapMade&, const GapMade&) = default;
};
struct ContactSealed {  // a visitor has left a contact
  SealedContact contact;
  friend bool operator==(const ContactSealed&, const ContactSealed&) = default;
};
// A device has put these answers into one block, of which its room is shown what may be said
// (numbers/release.h). The hub keeps them together for ever.
struct AnswersReleased {
  std::string form;
  PublicId session;
  std::vector<SubmissionId> answers;  // in the order of their ids: it tells nothing of who came first
  friend bool operator==(const AnswersReleased&, const AnswersReleased&) = default;
};
inline constexpr std::size_t kMostReleased = 250;  // answers of one block
}  // namespace event

using Event = std::variant<event::FeedbackSubmitted, event::SessionStarted, event::SessionEnded,
                           event::TimerChanged, event::PackLoaded, event::NoteTaken, event::HealthReported,
                           event::Audited, event::GapMade, event::ContactSealed, event::AnswersReleased>;

[[nodiscard]] EventKind kind_of(const Event& event);
// Whether it tells something of single answers, so that it has no time finer than their session: what people
// gave, and the ids of answers.
[[nodiscard]] bool tells_of_answers(const Event& event);

}  // namespace tertulia
