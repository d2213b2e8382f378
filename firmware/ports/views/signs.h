// SPDX-License-Identifier: Apache-2.0
// What a room display shows beside the running session: before and between sessions, and what the moderator
// puts on it. Part of views.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/qr_code.h"
#include "firmware/domain/rundown.h"
#include "firmware/ports/views/parts.h"

namespace tertulia {

// The strip at the top of a sign.
struct SignHeader {
  std::string name;
  std::string detail;          // behind a dot
  std::string clock;           // empty while the clock is not set
  std::vector<Chip> chips;     // "7 min behind", "The clock is not set"
  std::string countdown = {};  // of the part that runs behind what is shown; empty: none
  Tone tone = Tone::kCalm;     // of the countdown
  friend bool operator==(const SignHeader&, const SignHeader&) = default;
};

// A sentence with one part that stands out: "Next session: Thursday 14:00".
struct Emphasised {
  std::string before;
  std::string strong;
  std::string after;
  friend bool operator==(const Emphasised&, const Emphasised&) = default;
};

struct Greeting {
  std::string text;
  Tongue tongue;
  friend bool operator==(const Greeting&, const Greeting&) = default;
};

// Before the visit, before the first session of a day, after the last one, and after the visit.
struct WelcomeView {
  Tongue tongue;
  SignHeader header;
  std::string kicker;    // "Exchange visit · Portugal receives"
  std::string headline;  // the visitors
  std::vector<Greeting> greetings;
  std::string begins;  // "We begin at 09:30 in Sala Magna"
  std::string title;   // of the session that begins
  std::string wait;    // "49 min", "04:59"; empty: too long to count
  QrCode code;         // today's agenda, or the address of the hub; no side: none
  friend bool operator==(const WelcomeView&, const WelcomeView&) = default;
};

enum class BlockState { kComing, kRunning, kOver };
// A session in the day view. From and to in 1/1000 of the hours that are shown.
struct DayBlock {
  std::string title;
  std::string time;  // "09:30", for a screen that is too narrow for a scale of hours
  int from = 0;
  int to = 0;
  SegmentKind kind = SegmentKind::kOther;
  BlockState state = BlockState::kComing;
  bool is_closed = false;
  friend bool operator==(const DayBlock&, const DayBlock&) = default;
};
struct DayRow {
  std::string room;
  std::vector<DayBlock> blocks;  // in the order of their starts
  friend bool operator==(const DayRow&, const DayRow&) = default;
};
struct HourMark {
  std::string label;
  int at = 0;  // in 1/1000
  friend bool operator==(const HourMark&, const HourMark&) = default;
};
// What is where in all rooms.
struct DayView {
  Tongue tongue;
  SignHeader header;
  std::vector<HourMark> hours;
  std::vector<DayRow> rows;
  std::optional<int> now;  // the line of now, in 1/1000
  Emphasised next;         // "Next 11:20 Coffee"
  std::string remark;      // "Sala Magna is 7 min behind"
  friend bool operator==(const DayView&, const DayView&) = default;
};

struct BreakCard {
  std::string room;
  std::string title;
  SegmentKind kind = SegmentKind::kOther;
  friend bool operator==(const BreakCard&, const BreakCard&) = default;
};
// Between two sessions: how long it still lasts, and what goes on where.
struct BreakView {
  Tongue tongue;
  SignHeader header;
  std::string lead;       // "We go on in"
  std::string countdown;  // empty: too long to count
  Emphasised at;          // "at 11:35"
  std::vector<BreakCard> cards;
  friend bool operator==(const BreakView&, const BreakView&) = default;
};

// A question from the floor, shown to the room.
struct FloorQuestionView {
  Tongue tongue;
  SignHeader header;
  std::string question;
  Emphasised support;  // "Asked at a kiosk · supported by 9 people"
  std::string waiting;
  friend bool operator==(const FloorQuestionView&, const FloorQuestionView&) = default;
};

struct LearningView {
  Tongue tongue;
  SignHeader header;
  int first = 1;  // number of the first point that is shown
  std::vector<std::string> points;
  std::string remark;
  Emphasised next;
  friend bool operator==(const LearningView&, const LearningView&) = default;
};

struct AnnouncementView {
  Tongue tongue;
  SignHeader header;
  std::string audience;  // "To everybody"
  std::string text;
  std::string said;   // "10:41"
  std::string shown;  // "Shown for 5 minutes"
  friend bool operator==(const AnnouncementView&, const AnnouncementView&) = default;
};

// One sentence for the room, large. Without a text the screen is black.
struct MessageView {
  Tongue tongue;
  SignHeader header;
  std::string text;
  std::string detail;
  friend bool operator==(const MessageView&, const MessageView&) = default;
};

// The screen of a device at night: dark, but for a small text that wanders.
inline constexpr int kNightPlaces = 70;
struct NightView {
  Tongue tongue;
  std::string clock;
  std::string begins;  // "We begin on Tuesday 11 May at 10:15 in Sala Magna"
  int place = 0;       // 0 to kNightPlaces - 1; neighbours lie beside each other
  friend bool operator==(const NightView&, const NightView&) = default;
};

struct ResultBar {
  std::string label;
  std::string value;  // empty: numbers are not told yet, and `length` is rounded
  int length = 0;     // in 1/1000 of the longest that is possible
  bool leads = false;
  friend bool operator==(const ResultBar&, const ResultBar&) = default;
};
// How the answers to one row lie on a scale, from its low end to its high one.
struct ResultScale {
  struct Part {
    std::string value;  // as of a bar
    int length = 0;     // in 1/1000 of the row; all parts together at most 1000
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::string label;
  std::vector<Part> parts;  // one for each step of the scale, 2 to 11, in its order
  std::string median;       // empty: it is not told
  friend bool operator==(const ResultScale&, const ResultScale&) = default;
};
// What the room has answered: bars, or scales. With neither: why there is nothing to see yet.
struct ResultsView {
  Tongue tongue;
  SignHeader header;  // its detail says how many answers there are
  std::string question;
  std::string note;
  std::vector<ResultBar> bars;
  std::vector<ResultScale> scales;
  std::string low;     // over the low end of the scales
  std::string high;    // over their high end
  std::string median;  // over the medians; empty: there are none
  friend bool operator==(const ResultsView&, const ResultsView&) = default;
};

}  // namespace tertulia
