// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/event.h"

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<EventKind, 8> kEventKinds = {{{EventKind::kFeedback, "feedback"},
                                              {EventKind::kSession, "session"},
                                              {EventKind::kTimer, "timer"},
                                              {EventKind::kContent, "content"},
                                              {EventKind::kHealth, "health"},
                                              {EventKind::kAudit, "audit"},
                                              {EventKind::kGap, "gap"},
                                              {EventKind::kContact, "contact"}}};

struct KindOf {
  EventKind operator()(const event::FeedbackSubmitted&) const { return EventKind::kFeedback; }
  EventKind operator()(const event::SessionStarted&) const { return EventKind::kSession; }
  EventKind operator()(const event::SessionEnded&) const { return EventKind::kSession; }
  EventKind operator()(const event::TimerChanged&) const { return EventKind::kTimer; }
  EventKind operator()(const event::PackLoaded&) const { return EventKind::kContent; }
  EventKind operator()(const event::NoteTaken&) const { return EventKind::kContent; }
  EventKind operator()(const event::HealthReported&) const { return EventKind::kHealth; }
  EventKind operator()(const event::Audited&) const { return EventKind::kAudit; }
  EventKind operator()(const event::GapMade&) const { return EventKind::kGap; }
  EventKind operator()(const event::ContactSealed&) const { return EventKind::kContact; }
  EventKind operator()(const event::AnswersReleased&) const { return EventKind::kContent; }
};

}  // namespace

std::string_view to_text(EventKind kind) { return name_of(kEventKinds, kind); }
Result<EventKind> event_kind_from(std::string_view text) { return value_of(kEventKinds, text, "event kind"); }

bool is_given(EventKind kind) { return kind == EventKind::kFeedback || kind == EventKind::kContact; }

EventKind kind_of(const Event& event) { return std::visit(KindOf{}, event); }

bool tells_of_answers(const Event& event) {
  return is_given(kind_of(event)) || std::holds_alternative<event::AnswersReleased>(event);
}

}  // namespace tertulia
