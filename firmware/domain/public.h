// SPDX-License-Identifier: Apache-2.0
// The gate of closed sessions. Everything that leaves the session's own people goes through it: room
// displays, door signs, kiosks, events, timer anchors. Only for_public() makes these types, so code that
// forgets it does not compile.
//
// - An open session comes through whole.
// - Of a closed session come its times, its opaque slug, and that it is closed.
// - A session that the agenda does not know counts as closed.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <utility>

#include "firmware/domain/agenda.h"
#include "firmware/domain/timer.h"

namespace tertulia {

// The id of a session or a segment as a message may carry it. Of a closed session it is opaque.
class PublicId {
 public:
  PublicId() = default;
  // Of a message that came in: its sender passed it through for_public().
  [[nodiscard]] static PublicId received(std::string id) { return PublicId(std::move(id)); }
  [[nodiscard]] const std::string& text() const { return text_; }
  friend auto operator<=>(const PublicId&, const PublicId&) = default;

 private:
  friend class PublicSession;
  friend class PublicTimer;
  explicit PublicId(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// Points into the agenda; valid until that changes.
class PublicSession {
 public:
  // Everything that is known of an open session; null when it is closed.
  [[nodiscard]] const Session* open() const;
  [[nodiscard]] PublicId slug() const { return PublicId(session_->slug); }
  // Of the segment at `index` of its rundown: its id, of a closed session "segment-2".
  [[nodiscard]] PublicId segment(std::size_t index) const;
  [[nodiscard]] WallTime start() const { return session_->start(); }
  [[nodiscard]] WallTime end() const { return session_->end; }

 private:
  friend PublicSession for_public(const Session& session);
  explicit PublicSession(const Session& session) : session_(&session) {}
  const Session* session_;
};
[[nodiscard]] PublicSession for_public(const Session& session);

// A timer as other devices and the hub may hear of it. Of a closed session it carries the opaque slug in
// place of the calendar's id, and "segment-2" in place of the segment's id.
class PublicTimer {
 public:
  PublicTimer() = default;
  // Of a message that came in: its sender passed it through for_public().
  [[nodiscard]] static PublicTimer received(Timer timer);
  [[nodiscard]] const Timer& timer() const { return timer_; }
  [[nodiscard]] const PublicId& session() const { return session_; }  // its slug; empty when nobody knows it
  [[nodiscard]] PublicId segment() const { return PublicId(timer_.segment_id); }
  friend auto operator<=>(const PublicTimer&, const PublicTimer&) = default;

 private:
  friend PublicTimer for_public(const Timer& timer, const Agenda& agenda);
  Timer timer_;
  PublicId session_;
};
[[nodiscard]] PublicTimer for_public(const Timer& timer, const Agenda& agenda);

// A session that left the agenda while its timer was loaded. Nothing is known of it but its times, so it
// counts as closed.
[[nodiscard]] Session unknown_session(const Timer& timer, const std::string& room);

// The reverse, for a timer that arrived: with the ids that this device's agenda has for a closed session. A
// timer of a session that the agenda does not know stays as it is.
[[nodiscard]] Timer with_own_ids(const Timer& received, const Agenda& agenda);

}  // namespace tertulia
