// SPDX-License-Identifier: Apache-2.0
// One event of every kind, and the stamp they carry, for the tests of this folder.
#pragma once

#include <array>
#include <string>
#include <type_traits>
#include <utility>

#include "firmware/wire/envelope.h"

namespace tertulia {

inline SubmissionId some_id() {
  return SubmissionId(std::array<std::uint8_t, 16>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
}

// The sample of alternative I. A new alternative has none, and this does not compile: give it one.
template <std::size_t I>
Event sample() {
  using E = std::variant_alternative_t<I, Event>;
  if constexpr (std::is_same_v<E, event::FeedbackSubmitted>) {
    Submission s{some_id(), "closing", "ab12", "ballroom", "opening", "am", SubmissionState::kSubmitted, {}};
    s.answers["comment"] = std::string("በጣም ጥሩ \"ነበር\"\nለምሳሌ \u202E");
    s.answers["topics"] = std::vector<std::string>{"climate", "trade"};
    s.answers["years"] = std::int64_t{-3};
    s.answers["rating"] = 4.0;
    return event::FeedbackSubmitted{s};
  } else if constexpr (std::is_same_v<E, event::SessionStarted>) {
    return event::SessionStarted{"ballroom", PublicId::received("opening")};
  } else if constexpr (std::is_same_v<E, event::SessionEnded>) {
    return event::SessionEnded{"ballroom", PublicId::received("opening")};
  } else if constexpr (std::is_same_v<E, event::TimerChanged>) {
    return event::TimerChanged{"ballroom",
                               PublicId::received("opening"),
                               PublicId::received("presentation"),
                               TimerFact::kAdded,
                               Milliseconds(-5),
                               Milliseconds(60000),
                               9'007'199'254'740'991};
  } else if constexpr (std::is_same_v<E, event::PackLoaded>) {
    return event::PackLoaded{"valley-2027", "3", 8, {"f1a4", "b2c0"}};
  } else if constexpr (std::is_same_v<E, event::NoteTaken>) {
    return event::NoteTaken{
        "ballroom", PublicId::received("opening"), "desk-1-1", "next-step", "Legal status first", -1024, true,
        3};
  } else if constexpr (std::is_same_v<E, event::HealthReported>) {
    return event::HealthReported{7, 123456789, 51.5};
  } else if constexpr (std::is_same_v<E, event::Audited>) {
    return event::Audited{"clock-set"};
  } else if constexpr (std::is_same_v<E, event::GapMade>) {
    return event::GapMade{4, 9, EventKind::kTimer, 6};
  } else if constexpr (std::is_same_v<E, event::ContactSealed>) {
    SealedContact contact{some_id(), "valley-2027", std::vector<std::uint8_t>(kSealedBytes, 0xA5)};
    contact.sealed.back() = 0;
    return event::ContactSealed{contact};
  } else {
    static_assert(std::is_same_v<E, event::AnswersReleased>);
    return event::AnswersReleased{"closing", PublicId::received("opening"), {some_id(), SubmissionId({16})}};
  }
}

template <std::size_t... I>
std::array<Event, sizeof...(I)> every_event(std::index_sequence<I...>) {
  return {sample<I>()...};
}
inline auto every_event() { return every_event(std::make_index_sequence<std::variant_size_v<Event>>()); }

inline wire::Origin some_origin() { return {"valley", "kiosk-1"}; }

inline wire::Stamp some_stamp() {
  wire::Stamp stamp;
  stamp.origin = some_origin();
  stamp.epoch = "e7f3";
  stamp.seq = 42;
  stamp.time = wall_from_rfc3339("2027-05-11T14:30:00Z").value();
  stamp.recorded = wall_from_rfc3339("2027-05-11T14:31:02.250Z").value();
  stamp.quality = ClockQuality::kSynced;
  return stamp;
}

}  // namespace tertulia
